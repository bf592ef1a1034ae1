// SPDX-License-Identifier: Apache-2.0

/// A JSON value that keeps what a round trip must not change: the order of members and the spelling of numbers.
///
/// Catalog lines and reports are built from it, so that both are stable to the byte.
/// JSON: <https://www.rfc-editor.org/rfc/rfc8259>
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number as it is spelled; the literal has to follow the grammar of RFC 8259, section 6.
    case number(literal: String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// A whole number.
    public static func int(_ value: Int) -> JSONValue {
        .number(literal: String(value))
    }

    /// A number, or `null` for what JSON cannot spell: infinity and "not a number".
    public static func double(_ value: Double) -> JSONValue {
        value.isFinite ? .number(literal: String(value)) : .null
    }

    /// The value of JSON text in UTF-8.
    ///
    /// Strict: no comments, no trailing commas, no duplicate names, at most 64 levels deep, so that hostile text is
    /// bounded.
    public init(parsing text: some Sequence<UInt8>) throws(JSONParseError) {
        var parser = JSONParser(Array(text))
        self = try parser.parseDocument()
    }

    /// The text of a string; `nil` for every other kind of value.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The value of a number that is whole and fits; `nil` for every other value.
    public var int: Int? {
        if case .number(let literal) = self { Int(literal) } else { nil }
    }

    /// The members of an object; `nil` for every other kind of value.
    public var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .int(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// An array of values.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object with its members in this order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
