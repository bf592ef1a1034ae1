// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
public import SystemPackage

/// What was found in one page.
public struct PageAudit: Sendable {
    /// An alt that an author gave to an image, which may serve the same image elsewhere.
    struct GivenAlt: Sendable {
        let subject: ImageSubject
        let role: Role
        let language: String
        let text: String
    }

    /// The path relative to the root.
    public let page: FilePath
    /// The encoding that inserted text has to be in.
    let encoding: PageEncoding
    /// Whether inserted text has to be in ASCII, with character references, to leave the rest of the page as it is.
    let writesReferences: Bool
    /// The digest of the bytes that were scanned; `nil` for a page on which nothing was found.
    let digest: String?
    /// The places on it, in document order.
    public internal(set) var uses: [ImageUse]
    /// How many `img` elements it has.
    public let imageCount: Int
    /// The text of its `title`; `nil` where it has none.
    let title: String?
    let givenAlts: [GivenAlt]
}
