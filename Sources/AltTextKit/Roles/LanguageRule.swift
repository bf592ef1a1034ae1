// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T9: A caption in another language than the text around the image is read out in the wrong voice.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts>
struct LanguageRule: FindingRule {
    let id = "T9"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        let tag = element.surroundings.language
        let language = LanguageTag.primary(of: tag ?? "")
        guard element.lacksAlt, !language.isEmpty, language != LanguageTag.ofCaptions, image?.hasText(for: tag) != true
        else { return nil }
        return Classifier.Verdict(
            findingClass: .languageMismatch, role: element.role,
            reason: "The text around the image is in \"\(language)\", captions are in \"\(LanguageTag.ofCaptions)\".")
    }
}
