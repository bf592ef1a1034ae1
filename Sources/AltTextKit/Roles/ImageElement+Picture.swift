// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D9: In a `picture` the `img` alone has an alt, which has to fit whatever is shown in its place.
///
/// HTML: <https://html.spec.whatwg.org/multipage/embedded-content.html#the-picture-element>
extension ImageElement {
    /// What to do where the `picture` shows other images on some screens; `nil` where it shows one and the same.
    ///
    /// Sources without `media` are the same image in another format or size; those with it are other images, as a rule
    /// (HTML: <https://html.spec.whatwg.org/multipage/images.html#art-direction>).
    var pictureStep: String? {
        guard surroundings.pictureSources.contains(where: { !($0.media ?? "").isBlank }) else {
            return nil
        }
        return "Write an alt that fits every image of the picture: on some screens it shows another one."
    }
}
