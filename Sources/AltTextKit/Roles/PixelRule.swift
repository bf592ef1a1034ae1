// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// F1: Images that are not for the reader, such as those that count page views or keep a distance.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#an-image-not-intended-for-the-user>
struct PixelRule: FindingRule {
    let id = "F1"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        // An empty alt on all that a link holds would leave the link without a name, and a caption tells of something.
        // Where browsers announce the image all the same, an empty alt is wrong (D13).
        guard element.lacksAlt, [.content, .functionalWithText].contains(element.role),
            element.conflictWithDecoration == nil, let reason = reason(element, image)
        else { return nil }
        return Classifier.Verdict(findingClass: .pixel, reason: reason)
    }

    private func reason(_ element: ImageElement, _ image: SiteImage?) -> String? {
        let style = InlineStyle(element["style"] ?? "")
        // A style holds against an attribute.
        let sizes = ["width", "height"].map { style[$0] ?? element[$0] }
        let isShownTiny = sizes.allSatisfy(Self.isTiny)
        let shownTiny = "The image is shown at no more than one pixel."
        // The attributes alone may be no more than the ratio of a square, but one of 0 is none.
        let isRatio = style["width"] == nil && style["height"] == nil && !sizes.contains { Self.pixels($0) == "0" }
        if isShownTiny, !isRatio { return shownTiny }
        guard !Self.isReplaced(element), !style.hasPicture else { return nil }
        if isShownTiny, image?.header?.isLargerThanPixel != true { return shownTiny }
        guard element["class"] == nil, element["id"] == nil else { return nil }
        // Nothing can be seen of it at any size, unless a style sheet or a script gives it a background.
        if image?.header?.isFullyTransparent == true { return "The image is fully transparent." }
        // Stretched, a visible pixel is a line, a bar of a chart or a sample of a colour: its author knows which.
        guard image?.header?.isSinglePixel == true, sizes.allSatisfy({ $0 == nil || Self.isTiny($0) }) else {
            return nil
        }
        return "The image has a single pixel."
    }

    /// Whether a script, a `picture` or a map of areas may show something else than the file, or make something else of it.
    private static func isReplaced(_ element: ImageElement) -> Bool {
        !element.surroundings.pictureSources.isEmpty || element["class"]?.lowercased().contains("lazy") == true
            || element.attributes.contains { attribute in
                ["srcset", "usemap"].contains(attribute.name)
                    || ["data-", "on"].contains(where: attribute.name.hasPrefix)
            }
    }

    private static func isTiny(_ length: String?) -> Bool {
        ["0", "1"].contains(pixels(length))
    }

    /// A length as it is written, without its unit if that is the pixel.
    private static func pixels(_ length: String?) -> String? {
        guard var length = length?.filter({ !$0.isWhitespace }).lowercased() else { return nil }
        if length.hasSuffix("px") { length.removeLast(2) }
        return length
    }
}
