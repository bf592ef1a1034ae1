// SPDX-License-Identifier: Apache-2.0

/// HTML or XML that is put together safely: what stands in the source is markup, what is interpolated is text, and escaped.
struct Markup: ExpressibleByStringInterpolation {
    /// The markup so far.
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Markup that comes with the program.
    init(verbatim text: String) { self.text = text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ text: String) { self.text += Markup.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
        mutating func appendInterpolation(_ parts: some Sequence<Markup>) { for part in parts { text += part.text } }
    }

    static func += (left: inout Markup, right: Markup) { left.text += right.text }

    /// A text as it may stand in elements and between double quotes, on one line.
    ///
    /// What no document may hold, and what would change the order of reading, is shown as `\u{…}`.
    /// XML: <https://www.w3.org/TR/xml/#charsets>.
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>
    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x20...0x7E).contains($0) && !"&<>\"".utf8.contains($0)
        }
        if isPlain { return text }
        return TerminalText.escaped(text).replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case _ where scalar.isNoncharacter: "\\u{\(String(scalar.value, radix: 16))}"
            default: nil
            }
        }
    }
}

extension String {
    /// The text with some of its scalars replaced; `nil` leaves one as it is.
    ///
    /// Not by characters: a combining mark behind a quote makes one character of both, which no longer equals a quote, but
    /// ends an attribute all the same.
    func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let replacement = replacement(scalar) {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether Unicode keeps it from ever being a character.
    fileprivate var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}
