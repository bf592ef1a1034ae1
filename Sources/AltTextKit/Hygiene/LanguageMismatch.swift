// SPDX-License-Identifier: Apache-2.0

/// T9: What becomes of a caption that is not in the language of its page.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts>
public enum LanguageMismatch: String, CaseIterable, Sendable {
    /// It is neither asked for nor written.
    case skip
    /// It is written, with `lang` beside the alt.
    case tag
    /// It is written as it is.
    case allow

    /// The language that a text for this place is looked for in.
    ///
    /// A page that declares no language is taken to be in that of the captions.
    func languagesToLookUp(for use: ImageUse) -> [String] {
        let own = use.language.isEmpty ? LanguageTag.ofCaptions : use.language
        return self == .skip || own == LanguageTag.ofCaptions ? [own] : [own, LanguageTag.ofCaptions]
    }

    /// Whether a text in a language may stand at this place.
    func allows(text language: String, for use: ImageUse) -> Bool {
        self != .skip || language.isEmpty || use.language.isEmpty || language == use.language
    }

    /// The language for the `lang` attribute beside a text; `nil` where there has to be none.
    func languageToTag(text language: String, for use: ImageUse) -> String? {
        guard self == .tag, !language.isEmpty, !use.language.isEmpty, use.language != language else { return nil }
        return language
    }
}
