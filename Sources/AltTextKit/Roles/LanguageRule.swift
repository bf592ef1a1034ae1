// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T9: A caption in another language than the text around the image is read out in the wrong voice.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts>
struct LanguageRule: FindingRule {
    let id = "T9"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        let language = LanguageTag.primary(of: element.surroundings.language ?? "")
        guard element.lacksAlt, !language.isEmpty, language != LanguageTag.ofCaptions else { return nil }
        // A text in the file that is fit, in the language of the page, makes a caption needless.
        if let text = image?.text(for: element), text.problem == nil { return nil }
        return Classifier.Verdict(
            findingClass: .languageMismatch, role: element.role,
            reason: "The text around the image is in \"\(language)\", captions are in \"\(LanguageTag.ofCaptions)\".")
    }
}
