// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D3: White space is neither a text nor the empty alt of a decoration, which is what its author most likely meant.
///
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/#failed>
struct WhitespaceAltRule: FindingRule {
    let id = "D3"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.kind == .img, let alt = element["alt"], !alt.isEmpty, element.isBlank("alt"),
            element.isPerceivable,
            element.otherName == nil, !element.hasDecorationRole || element.conflictWithDecoration != nil
        else { return nil }
        return Classifier.Verdict(
            findingClass: .whitespaceAlt,
            reason: "The alt is white space: neither a text nor the empty alt of a decoration.",
            nextStep: DecorationRule.objection(to: element)?.nextStep)
    }
}
