// SPDX-License-Identifier: Apache-2.0

/// A text and the language that it is declared to be in.
public struct LanguageText: Hashable, Sendable {
    /// A BCP 47 language tag as written in the file; `nil` where none is declared, and for XMP's `x-default`.
    public let language: String?
    /// The text without white space at its ends.
    public let text: String

    /// A text in a language, or without one.
    public init(language: String?, text: String) {
        self.language = language
        self.text = text
    }

    /// The text that fits a page in `language` best.
    ///
    /// In this order: the same tag; a tag that adds to it (`en` finds `en-GB`); the tag cut off from the right, as in
    /// the lookup of RFC 4647, 3.4 (`de-AT` finds `de`, but neither finds `de-CH`); the text without a language; the
    /// only text there is, whatever its language. `nil` where several are left.
    static func best(of texts: [LanguageText], for language: String?) -> LanguageText? {
        if let language, !language.isEmpty {
            let range = language.lowercased().split(separator: "-", omittingEmptySubsequences: false)
            func subtags(_ text: LanguageText) -> [Substring]? {
                text.language?.lowercased().split(separator: "-", omittingEmptySubsequences: false)
            }
            if let same = texts.first(where: { subtags($0) == range }) { return same }
            if let narrower = texts.first(where: { subtags($0)?.starts(with: range) ?? false }) { return narrower }
            for length in stride(from: range.count - 1, to: 0, by: -1) {
                if let wider = texts.first(where: { subtags($0) == Array(range.prefix(length)) }) { return wider }
            }
        }
        if let undeclared = texts.first(where: { $0.language == nil }) {
            // Writers repeat one of the translations as the default: that one tells its language.
            return texts.first { $0.language != nil && $0.text == undeclared.text } ?? undeclared
        }
        return texts.count == 1 ? texts.first : nil
    }
}
