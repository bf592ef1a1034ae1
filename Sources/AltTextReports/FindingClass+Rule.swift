// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit

/// What formats that know rules say of a class, without regard to an image.
extension FindingClass {
    /// The class in a few words.
    var title: String {
        switch self {
        case .content: "Image without text alternative"
        case .figureCaptioned: "Image with a caption, but without text alternative"
        case .functionalAlone: "Image that alone names a link or button, without text alternative"
        case .functionalWithText: "Image beside the text of a link or button, without alt"
        case .pixel: "Tracking pixel or spacer without alt"
        case .twin: "Copy of an image in noscript, without text alternative"
        case .namedOtherwise: "Image named by ARIA or title, without alt"
        case .presentational: "Image with the role of decoration, without alt"
        case .hidden: "Hidden image without alt"
        case .whitespaceAlt: "Alt of nothing but white space"
        case .inert: "Image in a template, without alt"
        case .unresolvable: "Image whose source leads nowhere, without text alternative"
        case .unsupportedFormat: "Image that cannot be captioned, without text alternative"
        case .languageMismatch: "Image on a page in another language than captions, without text alternative"
        case .inputImage: "Image button without text alternative"
        case .area: "Area of an image map without text alternative"
        case .suspiciousAlt: "Alt that does not seem to fit"
        }
    }

    /// Why that matters and what helps, in a few sentences.
    var help: String {
        switch self {
        case .content:
            "Who cannot see the image learns nothing of it: screen readers skip it or read the name of its file. "
                + "Write an alt that says what the image says to the reader, or alt=\"\" where it is decoration."
        case .figureCaptioned:
            "A caption is read by everybody and stands beside the image; it does not replace what the image shows. "
                + "Write an alt that describes the image and does not repeat the caption."
        case .functionalAlone:
            "The image is all that the link or button holds, so that without an alt it has no name. "
                + "Write an alt that says what the link or button does, not what the image looks like."
        case .functionalWithText:
            "The link or button has text, but browsers may read out the name of the image's file beside it. "
                + "Write alt=\"\" where the text says everything."
        case .pixel:
            "The image is there for counting or for spacing. Write alt=\"\", so that nobody is told of it."
        case .twin:
            "Readers without scripts get this copy instead of the image beside it. Give both the same alt."
        case .namedOtherwise:
            "The image has a name from aria-label, aria-labelledby or title, which screen readers read. "
                + "Nothing has to be done; an alt is shown, too, where the image is not loaded."
        case .presentational:
            "The role says that the image is decoration. Add alt=\"\", which says the same and is valid HTML."
        case .hidden: "Nobody, or nobody who uses assistive technology, comes upon the image. Nothing has to be done."
        case .whitespaceAlt:
            "White space is no text, and screen readers differ in what they make of it. "
                + "Write alt=\"\" where the image is decoration, and a text where it is not."
        case .inert:
            "A template is no part of the page until a script uses it. Give the image an alt where it becomes visible."
        case .unresolvable:
            "Nothing is known of the image, so that no text can be found for it. Correct the source, or write an alt."
        case .unsupportedFormat:
            "The caption service takes PNG and JPEG. Write an alt, or offer one of these formats in srcset or picture."
        case .languageMismatch:
            "Captions would be in another language than the text around the image, and be read out wrongly. "
                + "Write an alt in the language of the page."
        case .inputImage:
            "The button has no name. Write an alt that names the action, such as \"Search\"."
        case .area:
            "The area has no name. Write an alt that says where it leads."
        case .suspiciousAlt:
            "The alt is there, but seems to be no text for a reader: the name of a file, a placeholder, what stands beside "
                + "the image anyway, or nothing on an image that is announced. Replace it by what the image says."
        }
    }

    /// The document of the W3C or the WHATWG that the class goes back to.
    var helpURL: String {
        let techniques = "https://www.w3.org/WAI/WCAG22/Techniques/"
        let html = "https://html.spec.whatwg.org/multipage/"
        return switch self {
        case .content, .namedOtherwise: techniques + "failures/F65"
        case .figureCaptioned: html + "images.html#guidance-for-conformance-checkers"
        case .functionalAlone, .functionalWithText: techniques + "html/H30"
        case .pixel: html + "images.html#an-image-not-intended-for-the-user"
        case .twin: html + "scripting.html#the-noscript-element"
        case .presentational: techniques + "failures/F38"
        case .hidden, .whitespaceAlt: "https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/"
        case .inert: html + "scripting.html#the-template-element"
        case .unresolvable, .unsupportedFormat: html + "images.html#guidance-for-markup-generators"
        case .languageMismatch: "https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts"
        case .inputImage: techniques + "html/H36"
        case .area: techniques + "html/H24"
        case .suspiciousAlt: techniques + "failures/F30"
        }
    }
}
