// SPDX-License-Identifier: Apache-2.0

/// The empty alt of images that are not for the reader.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#an-image-not-intended-for-the-user>
struct PixelSource: AltSource {
    func answer(for use: ImageUse) -> AltAnswer? {
        use.findingClass == .pixel ? .decorative(origin: .pixel) : nil
    }
}
