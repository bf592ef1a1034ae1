// SPDX-License-Identifier: Apache-2.0

/// T11: The same alt on two images side by side is heard twice. Of a group, one image has the text.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-group-of-images-that-form-a-single-larger-image>;
/// WAI: <https://www.w3.org/WAI/tutorials/images/groups/>
struct RepeatedAltRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        guard text == place.precedingAlt else { return nil }
        let problem = "is that of the image in front of it"
        if place.isAloneInControl { return "\(problem), and the only name of its link or button" }
        return place.followsSameImage
            ? "\(problem); one of a group is enough, with alt=\"\" on the rest"
            : "\(problem), which is another one; each should say what differs"
    }

    /// What to do about it, as one sentence.
    func nextStep(at place: AltTextPlace) -> String {
        // With an empty alt, the link would have no name.
        if place.isAloneInControl { return "Put both images into one link, or name each by what it leads to or does." }
        return place.followsSameImage
            ? "Keep it on one image of the group, and write alt=\"\" on the rest."
            : "Write into each alt what tells its image from the other."
    }
}
