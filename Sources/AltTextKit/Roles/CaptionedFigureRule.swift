// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D10: The only image of a figure with a caption. HTML lets its alt be left out where nothing is known of it; WCAG does not.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#images-whose-contents-are-not-known>
struct CaptionedFigureRule: FindingRule {
    let id = "D10"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, element.role == .figureCaptioned else { return nil }
        return Classifier.Verdict(
            findingClass: .figureCaptioned, role: .figureCaptioned,
            reason: "The image has a caption, but a caption is no text alternative.", nextStep: element.pictureStep)
    }
}
