// SPDX-License-Identifier: Apache-2.0

/// Language tags as `lang` has them.
///
/// BCP 47: <https://www.rfc-editor.org/info/bcp47>
public enum LanguageTag {
    /// The language that captions are in.
    public static let ofCaptions = "en"

    /// The primary subtag in lower case: `en` for `en-US`; empty for an empty tag, and for `und`, which means the same.
    ///
    /// What is no language tag, such as `english`, is a language of its own, different from all others. HTML:
    /// <https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes>
    public static func primary(of tag: String) -> String {
        let subtag = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return subtag == "und" ? "" : subtag
    }
}
