// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Images that are not for the reader, such as those that count page views or keep a distance (F1).
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
        guard !isHandled(element), !style.hasBackground else { return nil }
        // Nothing can be seen of it at any size.
        if image?.header?.isFullyTransparent == true { return "The image is fully transparent." }
        // Stretched, a visible pixel is a line, a bar of a chart or a sample of a colour: its author knows which.
        let lengths = [element["width"], element["height"], style["width"], style["height"]]
        guard image?.header?.isSinglePixel == true, lengths.allSatisfy({ $0 == nil || isTiny($0) }) else { return nil }
        return "The image has a single pixel."
    }

    /// Whether a script, a style sheet or a map of areas may make something else of what the file shows.
    private static func isHandled(_ element: ImageElement) -> Bool {
        element.attributes.contains { attribute in
            ["class", "id", "srcset", "usemap"].contains(attribute.name)
                || ["data-", "on"].contains(where: attribute.name.hasPrefix)
        }
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

        /// Whether something is drawn in its place, as where one picture holds many icons.
        var hasBackground: Bool {
            declarations.keys.contains { $0.hasPrefix("background") || $0 == "content" }
        }
    }
}
