// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T2: "Image", "logo", "picture 1" and the like stand in for a text; so do numbers that count files.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F30>;
/// ATAG: <https://www.w3.org/TR/ATAG20/#sc_b233>
struct PlaceholderRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        let line = WordList.line(of: text)
        let letters = Self.letters(of: line)
        if Self.isPlainNumber(line) { return nil }
        if letters.isEmpty { return "is a placeholder" }
        let isUnfilled = [("{{", "}}"), ("${", "}"), ("<%", "%>")].contains { line.hasPrefix($0) && line.hasSuffix($1) }
        if isUnfilled { return "is a template that was not filled in" }
        let isPlaceholder = WordList.lists(for: place.language).contains { list in
            list.placeholders.contains(letters)
                || list[.articles].contains {
                    line.hasPrefix($0.last == "'" ? $0 : $0 + " ")
                        && list.placeholders.contains(Self.letters(of: line.dropFirst($0.count)))
                }
        }
        return isPlaceholder ? "is a placeholder" : nil
    }

    /// A text in lower case without what does not make it another placeholder.
    static func letters(of text: some StringProtocol) -> String {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return String(
                text.filter { character in
                    let isIgnoredSign = character.asciiValue.map(ignoredSigns.contains) ?? false
                    return !isDigit(character) && !isIgnoredSign && !character.isWhitespace
                })
        }
        return String(decoding: letters(ofUTF8: text.utf8), as: UTF8.self)
    }

    /// The same in UTF-8, where all white space is ASCII.
    static func letters(ofUTF8 text: some Sequence<UInt8>) -> [UInt8] {
        text.filter { !ASCII.isDigit($0) && !ignoredSigns.contains($0) }
    }

    /// In ASCII, white space among them.
    private static let ignoredSigns = Array("#._-:()[]* \t\n\u{B}\u{C}\r".utf8)

    /// Whether a text is a number that an image can show, such as 404, (1) or a year, and has to say then
    /// (WCAG H37).
    ///
    /// Zeros in front and more digits are those of a camera's counter (F30).
    static func isPlainNumber(_ text: String) -> Bool {
        let digits = text.filter(isDigit)
        return letters(of: text).isEmpty && (1...4).contains(digits.count) && (digits.count == 1 || digits.first != "0")
    }

    /// Chinese numerals, for one, are words.
    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}
