// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D11: An image that is a button says what it does.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H36>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/59796f/proposed/>
struct InputImageRule: FindingRule {
    let id = "D11"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.kind == .inputImage, element.isBlank("alt"), element.otherName == nil, element.isPerceivable
        else {
            return nil
        }
        return Classifier.Verdict(
            findingClass: .inputImage, reason: "The image button has no alt that says what it does.")
    }
}
