// SPDX-License-Identifier: Apache-2.0

public import HTMLScan
public import SystemPackage

/// One image at one place of the site, and what is to be said of it: a finding's place.
public struct ImageUse: Sendable {
    /// The page, relative to the root.
    public let page: FilePath
    /// The line of the tag's `<`, from 1.
    public let line: Int
    /// The column of the tag's `<`, from 1, in Unicode scalars.
    public let column: Int
    /// The byte offset of the tag's `<` in the file, from 0.
    public let offset: Int
    /// What the whole tag is known by.
    let tagStamp: TagStamp
    /// The byte offset behind the tag's name, where an attribute goes.
    public let insertionOffset: Int
    /// The decoded `src`; `nil` where there is none.
    public let src: String?
    /// What kind of case the image is at this place.
    public internal(set) var findingClass: FindingClass
    /// The class that it has by itself: for a twin that of its twin, otherwise ``findingClass``.
    let ownClass: FindingClass
    /// What the image is there for; `nil` where no text is ever written for it.
    public internal(set) var role: Role?
    /// Why it is of this class, as one plain sentence.
    public internal(set) var reason: String
    /// What to do about this very image; `nil` where what its class says of it fits.
    var ownNextStep: String?
    /// The image itself; `nil` where the element names none.
    public let image: SiteImage?
    /// The primary language subtag in lower case, such as `en`, of the text around the image; empty where none is declared.
    public let language: String
    /// The whole language tag of that text, such as `zh-Hant`; `nil` where none is declared.
    let languageTag: String?
    /// Whether the tag itself has a `lang` or `xml:lang`.
    let hasOwnLanguage: Bool
    /// The link or button around the image.
    public let control: Surroundings.Control?
    /// What the link around the image leads to: a page of the site, or a URL; `nil` where no link is around it.
    let linkTarget: String?
    /// The text of the figure's caption; empty where there is none.
    public let figureCaption: String
    /// What a text for it is held against.
    let place: AltTextPlace
    /// The image directly in front; `nil` where there is none.
    let precedingImage: Surroundings.PrecedingImage?
    /// Which caption the site's rules choose for it; `nil` where they choose none.
    let captionLength: CaptionLength?
    /// What the URLs in the page are read with.
    let base: DocumentBase
    /// Whether it stands in a `noscript`.
    let isInNoscript: Bool

    /// Whether it is a place that an alt can be written to.
    var canBeFilled: Bool { role != nil || findingClass == .pixel }

    /// What a text in a language is held against; the language is empty where nobody says which it is.
    func place(forTextIn language: String) -> AltTextPlace {
        var place = place
        if !language.isEmpty { place.language = language }
        // The site's rules may say otherwise than the page.
        place.isAloneInControl = role == .functionalAlone
        return place
    }

    /// How much it weighs.
    public var level: Level { findingClass.level }
}
