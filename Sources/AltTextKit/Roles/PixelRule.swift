// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// F1: Images that are not for the reader, such as those that count page views or keep a distance.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#an-image-not-intended-for-the-user>
struct PixelRule: FindingRule {
    let id = "F1"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        // An empty alt on all that a link holds would leave the link without a name, and a caption tells of something.
        guard element.lacksAlt, [.content, .functionalWithText].contains(element.role),
            let reason = reason(element, image)
        else { return nil }
        return Classifier.Verdict(findingClass: .pixel, reason: reason)
    }

    private func reason(_ element: ImageElement, _ image: SiteImage?) -> String? {
        let style = InlineStyle(element["style"] ?? "")
        // A style holds against an attribute.
        let sizes = ["width", "height"].map { style[$0] ?? element[$0] }
        if sizes.allSatisfy(Self.isTiny) { return "The image is shown at no more than one pixel." }
        guard !Self.isHandled(element), !style.hasPicture else { return nil }
        // Nothing can be seen of it at any size.
        if image?.header?.isFullyTransparent == true { return "The image is fully transparent." }
        // Stretched, a visible pixel is a line, a bar of a chart or a sample of a colour: its author knows which.
        guard image?.header?.isSinglePixel == true, sizes.allSatisfy({ $0 == nil || Self.isTiny($0) }) else {
            return nil
        }
        return "The image has a single pixel."
    }

    /// Whether a script, a style sheet, a `picture` or a map of areas may make something else of what the file shows.
    private static func isHandled(_ element: ImageElement) -> Bool {
        !element.surroundings.pictureSources.isEmpty
            || element.attributes.contains { attribute in
                ["class", "id", "srcset", "usemap"].contains(attribute.name)
                    || ["data-", "on"].contains(where: attribute.name.hasPrefix)
            }
    }

    private static func isTiny(_ length: String?) -> Bool {
        guard var length = length?.filter({ !$0.isWhitespace }).lowercased() else { return false }
        if length.hasSuffix("px") { length.removeLast(2) }
        return length == "0" || length == "1"
    }
}
