// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Why the source of an image leads to no image.
public enum UnresolvableReason: Hashable, Sendable {
    /// The image has no source, or an empty one.
    case noSource
    /// The source is not a URL that a browser would take; the value is the beginning of it.
    case malformedURL(String)
    /// The source has a scheme such as `file` or `blob`, which is not for images that are published.
    case unsupportedScheme(String)
    /// The source is a `data:` URL whose contents cannot be decoded.
    case malformedData
    /// Nothing is at this path below the root.
    case noSuchFile(FilePath)
    /// A symbolic link on this path leads out of the root.
    case outsideOfRoot(FilePath)
    /// At this path below the root is a folder, a pipe or a device.
    case notARegularFile(FilePath)
    /// The system does not let this path below the root be looked at.
    case unreadable(FilePath, Errno)
    /// The URL comes with a user name or a password, which must not be passed on; the value is the URL without them.
    case hasCredentials(String)
    /// The URL's host, given here, is not on the public internet.
    case privateAddress(String)

    /// What to do about it, as one sentence.
    public var nextStep: String {
        switch self {
        case .noSource:
            "Give the image a src, or name the attribute that its script loads it from with --src-attribute."
        case .malformedURL:
            "Correct the URL."
        case .unsupportedScheme:
            "Refer to the image with a relative, http or https URL."
        case .malformedData:
            "Encode the image again, or refer to a file."
        case .noSuchFile:
            "Correct the path, or add the file; where the site is published below a path, say so with --site-url."
        case .outsideOfRoot:
            "Put the file itself below the root, or pass a --root that holds it."
        case .notARegularFile:
            "Refer to the image file itself."
        case .unreadable:
            "Check the permissions and links on the way to the file."
        case .hasCredentials:
            "Refer to a public address that needs no password."
        case .privateAddress:
            "Refer to a public address, or to a file of the site."
        }
    }
}

extension UnresolvableReason: CustomStringConvertible {
    /// What happened, as one sentence.
    public var description: String {
        switch self {
        case .noSource: "The image has no source."
        case .malformedURL(let source): "The source \"\(source)\" is not a valid URL."
        case .unsupportedScheme(let scheme): "A source with the scheme \"\(scheme):\" cannot be looked at."
        case .malformedData: "The data: URL cannot be decoded."
        case .noSuchFile(let path): "There is no file \(path) below the root."
        case .outsideOfRoot(let path): "The file \(path) is a link to somewhere outside of the root."
        case .notARegularFile(let path): "\(path) is not a file."
        case .unreadable(let path, let error): "The file \(path) cannot be looked at: \(error)."
        case .hasCredentials(let url): "The URL of \(url) comes with a user name or password, which is not passed on."
        case .privateAddress(let host): "The host \(host) is not on the public internet."
        }
    }
}
