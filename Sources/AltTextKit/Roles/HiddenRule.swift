// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D6: An image that assistive technology never meets needs no text.
///
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/#applicability>
struct HiddenRule: FindingRule {
    let id = "D6"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, let evidence = element.surroundings.hidingEvidence else { return nil }
        return Classifier.Verdict(findingClass: .hidden, reason: "The image is hidden by \(evidence).")
    }
}
