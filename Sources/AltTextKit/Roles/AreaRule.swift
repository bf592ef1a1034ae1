// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D11: An area of an image map that is a link says where it leads; one without a link says nothing.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H24>;
/// HTML: <https://html.spec.whatwg.org/multipage/image-maps.html#the-area-element>
struct AreaRule: FindingRule {
    let id = "D11"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.kind == .area, let href = element["href"], element.isBlank("alt"), element.otherName == nil,
            element.isPerceivable
        else { return nil }
        return Classifier.Verdict(
            findingClass: .area,
            reason: "The area of an image map that leads to \"\(href.excerpt)\" has no alt that says so.")
    }
}
