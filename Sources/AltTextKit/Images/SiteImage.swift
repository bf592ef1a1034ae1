// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// An image that a page shows: what it is called, what identifies it, and how a captioner can have it.
public struct SiteImage: Hashable, Sendable {
    /// Why an image cannot be described.
    public enum Problem: Hashable, Sendable {
        case unresolvable(UnresolvableReason)
        /// It is in a format that the caption service does not take; the value names it.
        case unsupportedFormat(String)
        /// The file is no image, whatever its name says.
        case notAnImage
        /// The file has more bytes than an image for a page should.
        case tooLarge(byteCount: Int)
    }

    /// The path relative to the root; the absolute URL of a remote image; the beginning of a `data:` URL.
    public let name: String
    /// What identifies the image in the catalog: `sha256:` and a digest, or `url:` and a URL; `nil` for what leads nowhere.
    public let key: String?
    /// The URL at which everybody can have it; `nil` where there is none, or none is known.
    public let publicURL: String?
    /// The file, absolute and without symbolic links; `nil` for remote and `data:` images.
    public let file: FilePath?
    /// The bytes of a `data:` image; empty for others.
    let data: [UInt8]
    /// What its header says; `nil` for remote images and for what is no image.
    public let header: ImageHeader?
    /// The text that its author wrote into it.
    public let embedded: EmbeddedText
    /// Why it cannot be described; `nil` where it can.
    public let problem: Problem?
}

extension SiteImage.Problem: CustomStringConvertible {
    /// What happened, as one sentence.
    public var description: String {
        switch self {
        case .unresolvable(let reason): reason.description
        case .unsupportedFormat(let name): "The caption service takes PNG and JPEG; this is \(name)."
        case .notAnImage: "The file's content is no image, whatever its name says."
        case .tooLarge(let byteCount): "The file has \(byteCount) bytes, more than any image for a page."
        }
    }

    /// What to do about it, as one sentence.
    public var nextStep: String {
        switch self {
        case .unresolvable(let reason): reason.nextStep
        case .unsupportedFormat: "Offer a PNG or JPEG in srcset or picture, or write the alt by hand."
        case .notAnImage: "Put the right file in its place."
        case .tooLarge: "Shrink it."
        }
    }
}
