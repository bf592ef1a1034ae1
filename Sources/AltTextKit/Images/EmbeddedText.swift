// SPDX-License-Identifier: Apache-2.0

/// The text alternatives that an author wrote into an image file.
///
/// Titles and captions, such as `dc:title`, `dc:description` and EXIF's `ImageDescription`, never count: they tell those who
/// see the image what they cannot see in it (who, where, when), and cameras and programs fill them in by themselves. What
/// a program wrote into the right place, such as "Layer 1", does not count either.
public struct EmbeddedText: Hashable, Sendable {
    /// Where in the file the text alternatives stand.
    public enum Origin: String, Hashable, Sendable {
        /// `AltTextAccessibility` in an XMP packet.
        case xmp
        /// The `title` of an SVG document.
        case svgTitle
    }

    /// No text at all.
    public static let none = EmbeddedText(origin: nil, alternatives: [], extendedDescriptions: [])

    /// Where the alternatives come from; `nil` where there are none.
    public let origin: Origin?
    /// The text alternatives, one a language, in the order of the file; never blank.
    ///
    /// `AltTextAccessibility` is the property "Alt Text (Accessibility)" of the IPTC Photo Metadata Standard:
    /// <https://iptc.org/std/photometadata/specification/IPTC-PhotoMetadata>
    public let alternatives: [LanguageText]
    /// Longer descriptions, material for a reviewer: IPTC `ExtDescrAccessibility`, and the `desc` of an SVG.
    public let extendedDescriptions: [LanguageText]

    init(origin: Origin?, alternatives: [LanguageText], extendedDescriptions: [LanguageText]) {
        self.origin = alternatives.isEmpty ? nil : origin
        self.alternatives = alternatives
        self.extendedDescriptions = extendedDescriptions
    }

    /// The text alternative for a page in this language, a BCP 47 tag; `nil` as the argument: the language is unknown.
    ///
    /// Where nothing is in that language it may be a text in another: compare the language of what comes back.
    public func text(for language: String?) -> LanguageText? {
        LanguageText.best(of: alternatives, for: language)
    }

    /// The longer description for a page in this language, chosen as `text(for:)` chooses.
    public func extendedDescription(for language: String?) -> LanguageText? {
        LanguageText.best(of: extendedDescriptions, for: language)
    }
}
