// SPDX-License-Identifier: Apache-2.0

/// T11: The same alt on two images side by side is heard twice. Of a group, one image has the text.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-group-of-images-that-form-a-single-larger-image>;
/// WAI: <https://www.w3.org/WAI/tutorials/images/groups/>
struct RepeatedAltRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        text == place.precedingAlt
            ? "is that of the image in front of it; one of a group is enough, with alt=\"\" on the rest" : nil
    }
}
