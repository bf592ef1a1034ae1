// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// A file of the built site that a page refers to.
public struct SiteFile: Hashable, Sendable {
    /// The path relative to the root, as the page has it. It can lead through symbolic links inside of the root.
    public let path: FilePath
    /// The absolute path to read, without symbolic links; it was a regular file inside of the root when it was
    /// resolved.
    public let location: FilePath
    /// Where the file is published, with the reference's query and fragment; `nil` where that is not known, or private.
    public let publicURL: WebURL?

    /// A file that was looked up before.
    public init(path: FilePath, location: FilePath, publicURL: WebURL?) {
        self.path = path
        self.location = location
        self.publicURL = publicURL
    }
}
