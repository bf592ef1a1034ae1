// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D4: An image that has its name from `aria-labelledby`, `aria-label` or `title` is no failure of WCAG.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F65>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/#passed>
struct NamedOtherwiseRule: FindingRule {
    let id = "D4"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, let name = element.otherName else { return nil }
        guard element.hasDecorationRole else {
            return Classifier.Verdict(findingClass: .namedOtherwise, reason: "The image is named by its \(name).")
        }
        return Classifier.Verdict(
            findingClass: .namedOtherwise,
            reason: "Its role says that the image is decoration, but its \(name) names it, and is what counts.",
            nextStep: "Remove one of the two.")
    }
}
