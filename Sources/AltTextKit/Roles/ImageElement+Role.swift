// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

extension ImageElement {
    /// What the image is there for, whether or not it has an alt.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-link-or-button-containing-nothing-but-an-image>
    var role: Role {
        if let control = surroundings.control, !control.leadsToImage {
            // Of several images that share a link, one bears its name (WAI tutorial on groups of images).
            let isBesideText = control.saysSomething && control.text != altOnOneLine
            return isBesideText || surroundings.followsImageInControl ? .functionalWithText : .functionalAlone
        }
        if let figure = surroundings.figure, !figure.caption.isEmpty, figure.imageCount == 1 { return .figureCaptioned }
        return .content
    }

    /// The alt as it is part of what a link or button says; `nil` where there is none.
    private var altOnOneLine: String? {
        self["alt"]?.whiteSpaceCollapsed
    }
}

extension Surroundings.Control {
    /// Whether there is text beside the image that can name the control: signs such as `»` or `|` do not.
    var saysSomething: Bool {
        text.utf8.contains { ASCII.isLetter($0) || ASCII.isDigit($0) }
            || text.contains {
                $0.isLetter || $0.isNumber || $0.unicodeScalars.first?.properties.isEmojiPresentation == true
            }
    }

    /// Whether it leads to an image, such as the large version of the one it holds: then its content is what counts.
    var leadsToImage: Bool {
        guard kind == .link, let href else { return false }
        return ImageName.hasExtension(String(href.prefix { $0 != "?" && $0 != "#" }))
    }

    /// What a reader calls it.
    var word: String { kind == .link ? "link" : "button" }
}
