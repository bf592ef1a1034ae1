// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D1: An image that says something needs an alt, also where its generator says that it has none (D12).
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F65>;
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
struct MissingAltRule: FindingRule {
    let id = "D1"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt else { return nil }
        let reason =
            element["generator-unable-to-provide-required-alt"] == nil
            ? "The image has no text alternative."
            : "The image has no text alternative: the program that made the page could provide none."
        return Classifier.Verdict(
            findingClass: .content, role: element.role, reason: reason, nextStep: element.pictureStep)
    }
}
