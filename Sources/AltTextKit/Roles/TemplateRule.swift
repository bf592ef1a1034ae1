// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D7: What is in a template is no part of the page until a script puts it there.
///
/// HTML: <https://html.spec.whatwg.org/multipage/scripting.html#the-template-element>
struct TemplateRule: FindingRule {
    let id = "D7"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, element.surroundings.isInTemplate else { return nil }
        return Classifier.Verdict(
            findingClass: .inert, reason: "The image is in a template, which is no part of the page yet.")
    }
}
