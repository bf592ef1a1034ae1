// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct LanguageTextTests {
    @Test(
        "The text that fits the page's language best is chosen",
        arguments: [
            (["en", "de"], "de", "de"),
            (["en", "de"], "DE", "de"),
            (["de-CH", "de"], "de", "de"),
            (["en", "en-GB"], "en-gb", "en-GB"),
            (["fr", "en-GB"], "en", "en-GB"),
            (["fr", "de"], "de-AT-1996", "de"),
            (["fr", "de-CH"], "de-AT", nil),
            (["zh-Hans", nil], "zh-Hant", "-"),
            (["en", "fr"], "eng", nil),
            (["en", nil, "fr"], "it", "-"),
            (["en", nil], nil, "-"),
            (["en"], "it", "en"),
            (["en"], nil, "en"),
            (["en", "fr"], nil, nil),
            (["en", "fr"], "", nil),
            ([], "en", nil),
        ] as [([String?], String?, String?)]
    )
    func choice(languages: [String?], language: String?, expected: String?) {
        let texts = languages.map { LanguageText(language: $0, text: $0 ?? "-") }
        #expect(LanguageText.best(of: texts, for: language)?.text == expected)
    }

    @Test("A default that repeats a translation is in that translation's language")
    func repeatedDefault() {
        let texts = [LanguageText(language: nil, text: "A"), LanguageText(language: "en", text: "A")]
        #expect(LanguageText.best(of: texts, for: "fr") == LanguageText(language: "en", text: "A"))
    }
}
