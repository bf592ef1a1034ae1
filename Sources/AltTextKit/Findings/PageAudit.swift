// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
public import SystemPackage

/// What was found in one page.
public struct PageAudit: Sendable {
    /// The path relative to the root.
    public let page: FilePath
    /// The encoding that inserted text has to be in.
    let encoding: PageEncoding
    /// Whether inserted text has to be in ASCII, with character references, to leave the rest of the page as it is.
    let writesReferences: Bool
    /// The digest of the bytes that were scanned; `nil` where nothing is ever written into the page.
    let digest: String?
    /// The places on it, in document order.
    public internal(set) var uses: [ImageUse]
}
