// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON value of no fixed shape, since the service's fields change theirs.
enum WireValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([WireValue])
    case object([String: WireValue])

    /// How deep values may be nested; the service's are nested three deep.
    private static let deepest = 64
    /// How many values there may be; the service's answers have some twenty.
    private static let mostValues = 10_000

    /// Reads a whole JSON text; `nil` if it is none, nested so deeply that decoding could exhaust the stack, or of so many
    /// values that it would take seconds.
    init?(_ bytes: [UInt8]) {
        let (depth, count) = Self.size(of: bytes)
        guard depth <= Self.deepest, count <= Self.mostValues,
            let value = try? JSONDecoder().decode(WireValue.self, from: Data(bytes))
        else { return nil }
        self = value
    }

    /// The member of an object with this name; `nil` if there is none, if it is `null`, or if this is no object.
    subscript(name: String) -> WireValue? {
        guard case .object(let members) = self, let member = members[name], member != .null else { return nil }
        return member
    }

    /// The text of a string that has more than white space, trimmed.
    var text: String? {
        guard case .string(let value) = self else { return nil }
        let trimmed = value.drop(while: \.isWhitespace)
        guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...end])
    }

    /// A job's id, which comes as an integer or as a string.
    var identifier: String? {
        if case .integer(let value) = self { return String(value) }
        return text
    }

    /// A length of time in seconds, which comes as an integer, a fraction or a string; `nil` below 0, a day at most.
    var seconds: Duration? {
        let value: Double? =
            switch self {
            case .integer(let value): Double(value)
            case .number(let value): value
            case .string(let value): Double(value)
            case .null, .bool, .array, .object: nil
            }
        guard let value, value >= 0 else { return nil }
        return .seconds(min(value, 86_400))
    }

    /// How deep the values of a text are nested, and how many there are at most.
    private static func size(of bytes: [UInt8]) -> (depth: Int, count: Int) {
        var depth = 0
        var count = 1
        var deepest = 0
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isInString
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if !isInString, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                depth += 1
                count += 1
                deepest = max(deepest, depth)
            } else if !isInString, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                depth -= 1
            } else if !isInString, byte == UInt8(ascii: ",") {
                count += 1
            }
        }
        return (deepest, count)
    }
}

extension WireValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode([WireValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: WireValue].self))
        }
    }
}
