// SPDX-License-Identifier: Apache-2.0

/// Language tags as `lang` has them.
///
/// BCP 47: <https://www.rfc-editor.org/info/bcp47>
public enum LanguageTag {
    /// The language that captions are in.
    public static let ofCaptions = "en"

    /// The primary subtag in lower case: `en` for `en-US`; empty for an empty tag.
    public static func primary(of tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}
