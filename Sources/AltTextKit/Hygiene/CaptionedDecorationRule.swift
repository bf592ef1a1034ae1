// SPDX-License-Identifier: Apache-2.0

/// T5: An image with a caption is no decoration, or there would be nothing to caption.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-key-part-of-the-content>
struct CaptionedDecorationRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        text.isEmpty && !place.figureCaption.isEmpty ? "cannot be empty, since the image has a caption" : nil
    }
}
