// SPDX-License-Identifier: Apache-2.0

/// The `content` of a `meta http-equiv=content-language`, such as `de`.
enum ContentLanguage {
    /// The language tag; `nil` where there is none, or a list.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-language>
    static func tag(in content: String) -> String? {
        guard !content.contains(",") else { return nil }
        return content.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
}
