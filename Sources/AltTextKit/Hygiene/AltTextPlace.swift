// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// Where a text alternative stands, or is to stand: what the rules of hygiene hold it against.
public struct AltTextPlace: Hashable, Sendable {
    /// The path or URL of the image; `nil` where it is not known.
    public var imageName: String?
    /// The language tag of the text, such as `de-AT`; empty where it is not known.
    public var language: String
    /// The caption of the figure that holds the image; empty where there is none.
    public var figureCaption: String
    /// The `href` of the link around the image; `nil` where there is none.
    public var linkHref: String?
    /// What the link or button around the image says beside it; empty where that is nothing.
    public var controlText: String
    /// The short texts on both sides of the image.
    public var adjacentTexts: [String]
    /// Whether the image is all that a link or button holds, so that the text is its name.
    public var isAloneInControl: Bool
    /// The alt of the image directly in front; `nil` where there is no such image, or no alt.
    public var precedingAlt: String?
    /// Whether the image directly in front is the same one.
    public var followsSameImage: Bool

    /// A place of which only this is known.
    public init(
        imageName: String? = nil, language: String = "", figureCaption: String = "", linkHref: String? = nil,
        controlText: String = "", adjacentTexts: [String] = [], isAloneInControl: Bool = false,
        precedingAlt: String? = nil, followsSameImage: Bool = false
    ) {
        self.imageName = imageName
        self.language = language
        self.figureCaption = figureCaption
        self.linkHref = linkHref
        self.controlText = controlText
        self.adjacentTexts = adjacentTexts
        self.isAloneInControl = isAloneInControl
        self.precedingAlt = precedingAlt
        self.followsSameImage = followsSameImage
    }

    /// The place of an element that has no text of its own.
    public init(of element: ImageElement, imageName: String?) {
        let surroundings = element.surroundings
        self.init(
            imageName: imageName, language: surroundings.language ?? "",
            figureCaption: surroundings.figure?.caption ?? "",
            linkHref: surroundings.control?.href, controlText: surroundings.control?.text ?? "",
            adjacentTexts: surroundings.adjacentTexts, isAloneInControl: element.role == .functionalAlone,
            precedingAlt: surroundings.precedingImage?.alt,
            followsSameImage: surroundings.precedingImage?.hasSameSource == true)
    }
}
