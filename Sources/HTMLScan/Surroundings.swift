// SPDX-License-Identifier: Apache-2.0

/// What the rules of alt text need to know of the document around an image.
///
/// All of it is the browser's answer: computed on the tree that the HTML standard builds, scripting off.
public struct Surroundings: Sendable {
    /// The nearest link or button around an image; by its role, an image can be one itself.
    public struct Control: Sendable {
        /// What the control is.
        public enum Kind: Sendable {
            /// `a` with an `href`, or an element with `role=link`.
            case link
            /// `button`, `summary`, or an element with `role=button` or the role of something else that is operated, such as
            /// a menu item, a switch or a tab.
            case button
        }

        /// What the control is.
        public let kind: Kind
        /// The decoded `href` of a link; `nil` where it has none.
        public let href: String?
        /// What the control says: its text and the alt of its images, white space collapsed, without what is hidden.
        public let text: String
        /// A name given by `aria-labelledby`, `aria-label` or `title` on the control itself; `nil` where there is none.
        public let ownName: String?
        /// The name that the link proposes by `download` for saving what it leads to; empty for no name, `nil` without
        /// the attribute.
        public var download: String?
        /// The heading of the part of its own page that the link leads to; `nil` where there is none.
        public var targetHeading: String?

        /// A control with what it says.
        public init(kind: Kind, href: String?, text: String, ownName: String?) {
            self.kind = kind
            self.href = href
            self.text = text
            self.ownName = ownName
        }
    }

    /// The nearest `figure` around an image.
    public struct Figure: Sendable {
        /// The text of its `figcaption`, white space collapsed; empty where there is none.
        public let caption: String
        /// How many `img` elements the figure holds; those in a `noscript` only where there are no others.
        public let imageCount: Int

        /// A figure with what it holds.
        public init(caption: String, imageCount: Int) {
            self.caption = caption
            self.imageCount = imageCount
        }
    }

    /// A `source` in front of an `img` in its `picture`.
    public struct PictureSource: Hashable, Sendable {
        /// The `srcset` attribute.
        public let srcset: String
        /// The `type` attribute; `nil` where there is none.
        public let type: String?
        /// The `media` attribute; `nil` where there is none.
        public let media: String?

        /// A source as it stands in the page.
        public init(srcset: String, type: String?, media: String? = nil) {
            self.srcset = srcset
            self.type = type
            self.media = media
        }
    }

    /// An image directly in front of another.
    public struct PrecedingImage: Hashable, Sendable {
        /// The byte offset of its tag's `<` in the file, from 0.
        public let offset: Int
        /// Its decoded `alt`; `nil` where it has none.
        public let alt: String?
        /// Whether it has its sources from the same attributes as the image behind it.
        public let hasSameSource: Bool

        /// An image as it stands in the page.
        public init(offset: Int, alt: String?, hasSameSource: Bool) {
            self.offset = offset
            self.alt = alt
            self.hasSameSource = hasSameSource
        }
    }

    /// The nearest link or button; `nil` outside of one.
    public var control: Control?
    /// Whether an image without `alt` that can be perceived stands before this one in the same link or button.
    public var followsImageInControl = false
    /// The nearest `figure`; `nil` outside of one.
    public var figure: Figure?
    /// The short texts on both sides of the image, such as labels and headings, white space collapsed; two at most,
    /// and none where the alt is empty.
    public var adjacentTexts: [String] = []
    /// The `img` in front, where only white space and the tags of inline elements stand between the two, which are near each
    /// other in the file (`Range.isNear`), and both in links to the same place or in none.
    public var precedingImage: PrecedingImage?
    /// The `source` elements that come before the image in its `picture`, in order.
    public var pictureSources: [PictureSource] = []
    /// Whether a `noscript` element is around the image.
    public var isInNoscript = false
    /// Whether the image is in the contents of a `template`, which are not part of the document.
    public var isInTemplate = false
    /// The nearest `lang` (or `xml:lang`), else what a `meta` of the page declares; `nil` where there is neither, empty for
    /// "unknown".
    public var language: String?
    /// What hides the image, such as `aria-hidden="true" on <div>`; `nil` where nothing that is visible in the page does.
    public var hidingEvidence: String?
    /// Whether `data-alttext-ignore` stands on the element or around it.
    public var isIgnored = false
    /// The text of the elements that `aria-labelledby` names; `nil` where none of them exists.
    public var labelText: String?

    /// Nothing around the image.
    public init() {}
}

extension Range<Int> {
    /// Whether two tags of a file, by their offsets, have no more than 1,000 bytes between them, whichever comes first.
    ///
    /// So to find images side by side, no more of a page has to be known.
    package func isNear(_ other: Range<Int>) -> Bool {
        Swift.max(lowerBound, other.lowerBound) - Swift.min(upperBound, other.upperBound) <= 1_000
    }
}
