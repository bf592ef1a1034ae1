// SPDX-License-Identifier: Apache-2.0

/// What makes a text unfit to be a text alternative, whoever wrote it.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F30>;
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
public enum AltTextHygiene {
    /// What is wrong with a text, as the end of a sentence that begins with the text; `nil` where nothing is.
    public static func problem(with text: String, imageName: String?) -> String? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if isFileName(words, of: imageName) { return "is a file name" }
        if words.hasPrefix("http://") || words.hasPrefix("https://") || words.hasPrefix("www.") { return "is a URL" }
        if isPlaceholder(words) { return "is a placeholder" }
        if let opening = redundantOpening(of: words) { return "begins with \"\(opening)\", which every reader knows" }
        return nil
    }

    /// A text made fit: one line, no markup, no quotes around it, no "image of" at its beginning.
    ///
    /// The result can still have a problem; it is empty where nothing is left.
    public static func cleaned(_ text: String) -> String {
        var text = text.replacing(#/<[A-Za-z\/!][^<>]*>/#, with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for (open, close) in [("\"", "\""), ("'", "'"), ("“", "”")] as [(Character, Character)]
        where text.count > 1 && text.first == open && text.last == close {
            let inside = Array(text.dropFirst().dropLast())
            // In «"Stop" and "Go"» the first quote and the last belong to different words.
            if !holdsQuote(inside, [open, close]) { text = String(inside) }
        }
        if let opening = redundantOpening(of: text.lowercased()) {
            let rest = text.dropFirst(opening.count).drop { $0.isWhitespace || $0 == ":" || $0 == "," }
            text = rest.prefix(1).uppercased() + rest.dropFirst()
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

    private static func isFileName(_ words: String, of imageName: String?) -> Bool {
        if ImageName.hasExtension(words) { return true }
        guard let imageName else { return false }
        let (name, stem) = ImageName.file(of: imageName)
        // A stem that is a single plain word, such as "dog", may well be the right text.
        let isTelling = !stem.contains { $0.isNumber || $0 == "_" || $0 == "-" }
        return words == name || (words == stem && !isTelling)
    }

    private static func isPlaceholder(_ words: String) -> Bool {
        if isNumber(words) { return false }
        let bare = words.trimmingPrefix("an ").trimmingPrefix("a ").trimmingPrefix("the ")
        let stem = bare.filter { !isDigit($0) && !$0.isWhitespace && !"#._-()".contains($0) }
        return stem.isEmpty || placeholders.contains(String(stem))
    }

    /// Whether the text is a number that an image can show, such as 404 or a year, and has to say then (WCAG H37).
    ///
    /// Zeros in front and more digits are those of a camera's counter (F30).
    private static func isNumber(_ words: String) -> Bool {
        (1...4).contains(words.count) && words.allSatisfy(isDigit) && (words.count == 1 || words.first != "0")
    }

    /// Chinese numerals, for one, are words.
    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    private static let placeholders: Set<String> = [
        "alt", "alttext", "blank", "bullet", "button", "graphic", "icon", "image", "img", "logo", "photo", "photograph",
        "pic", "picture", "placeholder", "screenshot", "spacer", "tbd", "todo", "untitled",
    ]

    /// "image of" and the like. What kind of picture it is can matter: "painting of", "chart of", "map of" stay.
    private static func redundantOpening(of words: String) -> String? {
        openings.first { words.hasPrefix($0 + " ") || words.hasPrefix($0 + ":") }
    }

    private static let openings: [String] = {
        let kinds = ["image", "picture", "photo", "photograph", "pic"]
        let closeups = ["close-up image of", "close-up photo of", "close-up picture of", "close-up of"]
        let verbs = ["of", "showing", "shows", "depicting", "depicts"]
        let phrases = kinds.flatMap { kind in verbs.map { "\(kind) \($0)" } } + closeups
        return phrases.flatMap {
            ["this is an \($0)", "this is a \($0)", "this \($0)", "an \($0)", "a \($0)", "the \($0)", $0]
        }
    }()
}
