// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T8: A text alternative is one line of plain text, without markup and without quotes around it.
///
/// WAI: <https://www.w3.org/WAI/tutorials/images/tips/#tips>
struct OneLineRule: AltTextCleaning {
    func cleaned(_ text: String, language: String) -> String {
        let plain = text.utf8.contains(ASCII.lessThan) ? text.replacing(#/<[A-Za-z\/!][^<>]*>/#, with: " ") : text
        let line = AltInsertion.cleaned(plain.whiteSpaceCollapsed)
        return Self.withoutQuotes(line)
    }

    private static let quotes: [(Character, Character)] = [
        ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "“"), ("‚", "‘"), ("«", "»"), ("»", "«"),
    ]

    private static func withoutQuotes(_ text: String) -> String {
        for (open, close) in quotes where text.last == close {
            let inside = Array(text.dropLast())
            if inside.first == open {
                // In «"Stop" and "Go"» the first quote and the last belong to different words.
                let inner = Array(inside.dropFirst())
                if !holdsQuote(inner, [open, close]) { return String(inner) }
            } else if open == "\"", !inside.contains("\""), inside.last?.isNumber == false {
                // A quote that nothing opens is left over from a longer text; behind a number it is a sign for inches.
                return String(inside)
            }
        }
        return text
    }

    /// Whether one of the marks is there as a quote; between two letters it is an apostrophe.
    private static func holdsQuote(_ text: [Character], _ marks: Set<Character>) -> Bool {
        text.indices.contains { index in
            let isInWord =
                index > 0 && index + 1 < text.count && text[index - 1].isLetter && text[index + 1].isLetter
            return marks.contains(text[index]) && !isInWord
        }
    }
}
