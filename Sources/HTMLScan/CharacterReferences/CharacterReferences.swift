// SPDX-License-Identifier: Apache-2.0

/// Resolves character references as a browser's tokenizer does.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>
public enum CharacterReferences {
    /// Where in a page a text stands.
    public enum Context: Sendable {
        /// In an attribute's value, where `?a=b&copy=1` is no copyright sign.
        case attribute
        /// Between tags.
        case text
    }

    /// The text with its character references replaced by their characters; those that are none stay as they are.
    public static func resolve(_ text: String, in context: Context) -> String {
        let ampersand = UInt8(ascii: "&")
        guard text.utf8.contains(ampersand) else { return text }
        let input = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var rest = input[...]
        while let start = rest.firstIndex(of: ampersand) {
            output += rest[..<start]
            rest = rest[(start + 1)...]
            let isNumeric = rest.first == UInt8(ascii: "#")
            let found = isNumeric ? numericReference(in: rest) : namedReference(in: rest, context: context)
            output += found?.text.utf8 ?? "&".utf8
            rest = rest.dropFirst(found?.length ?? 0)
        }
        return String(decoding: output + rest, as: UTF8.self)
    }

    private static func namedReference(
        in rest: ArraySlice<UInt8>, context: Context
    ) -> NamedCharacterReferences.Match? {
        guard rest.first.map(ASCII.isLetter) == true,
            let match = NamedCharacterReferences.all.longestMatch(in: rest)
        else { return nil }
        let last = rest[rest.startIndex + match.length - 1]
        if context == .attribute, last != UInt8(ascii: ";"), let next = rest.dropFirst(match.length).first,
            next == UInt8(ascii: "=") || ASCII.isLetter(next) || ASCII.isDigit(next)
        {
            return nil
        }
        return match
    }

    /// The reference whose `#` these bytes begin with.
    private static func numericReference(in rest: ArraySlice<UInt8>) -> NamedCharacterReferences.Match? {
        var digits = rest.dropFirst()
        var radix: UInt32 = 10
        if let mark = digits.first, ASCII.lowercased(mark) == UInt8(ascii: "x") {
            radix = 16
            digits = digits.dropFirst()
        }
        let start = digits.startIndex
        var value: UInt32 = 0
        while let byte = digits.first, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix {
            // No further than the first value that is out of range, however many digits follow.
            value = min(value * radix + UInt32(digit), 0x11_0000)
            digits = digits.dropFirst()
        }
        guard digits.startIndex > start else { return nil }
        if digits.first == UInt8(ascii: ";") { digits = digits.dropFirst() }
        return .init(length: digits.startIndex - rest.startIndex, text: String(character(value)))
    }

    /// The character of a numeric reference: windows-1252's for C1 controls, U+FFFD for what is none.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state>
    private static func character(_ value: UInt32) -> Unicode.Scalar {
        switch value {
        case 0: "\u{FFFD}"
        case 0x80...0x9F: Unicode.Scalar(SingleByteTables.windows1252[Int(value) - 0x80]) ?? "\u{FFFD}"
        default: Unicode.Scalar(value) ?? "\u{FFFD}"
        }
    }
}
