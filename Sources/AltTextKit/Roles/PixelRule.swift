// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Images that are not for the reader, such as those that count page views.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#an-image-not-intended-for-the-user>
enum PixelRule {
    /// Why the image is a pixel; `nil` where it is none.
    static func reason(for element: ImageElement, image: SiteImage?) -> String? {
        if isTiny(element["width"]), isTiny(element["height"]) {
            return "The image is shown at no more than one pixel."
        }
        let style = Style(element["style"] ?? "")
        if isTiny(style["width"]), isTiny(style["height"]) { return "The image is styled to no more than one pixel." }
        guard element["width"] == nil, element["height"] == nil, style["width"] == nil, style["height"] == nil,
            !isHandled(element)
        else { return nil }
        if image?.header?.isSinglePixel == true { return "The image has a single pixel." }
        return image?.header?.isFullyTransparent == true ? "The image is fully transparent." : nil
    }

    /// Whether a script or a style sheet may put a picture in the place of what the file shows.
    private static func isHandled(_ element: ImageElement) -> Bool {
        element.attributes.contains { ["class", "id", "srcset"].contains($0.name) || $0.name.hasPrefix("data-") }
    }

    private static func isTiny(_ length: String?) -> Bool {
        guard var length = length?.lowercased().filter({ !$0.isWhitespace }) else { return false }
        if length.hasSuffix("px") { length.removeLast(2) }
        return length == "0" || length == "1"
    }

    /// The declarations of a `style` attribute.
    private struct Style {
        private let declarations: [String: String]

        init(_ text: String) {
            let pairs = text.split(separator: ";").compactMap { declaration -> (String, String)? in
                let parts = declaration.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { return nil }
                let value = parts[1].lowercased().replacing("!important", with: "")
                return (parts[0].lowercased().filter { !$0.isWhitespace }, value)
            }
            declarations = Dictionary(pairs) { _, last in last }
        }

        subscript(property: String) -> String? { declarations[property] }
    }
}
