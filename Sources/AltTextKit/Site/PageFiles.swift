// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// Reads the pages below a root: never a file outside of it, wherever a symbolic link leads.
struct PageFiles: Sendable {
    private let folder: FilePath
    private let root: SiteRoot

    init(below folder: FilePath) {
        self.folder = folder
        root = SiteRoot(folder)
    }

    /// The bytes of a page, whose path is relative to the root.
    ///
    /// - Throws: `FileError`, or `SiteError.pageLeadsOutside`.
    func bytes(of page: FilePath) throws -> [UInt8] {
        let location = folder.pushing(page)
        // The folders of a selection are no links. Most pages are none, either, and to ask where each leads takes time.
        if let bytes = try RegularFile(pageButNoLink: location)?.bytes { return bytes }
        switch root.entry(at: page) {
        case .file(let target): return try RegularFile(page: target).bytes
        case .outsideOfRoot: throw SiteError.pageLeadsOutside(page)
        case .notARegularFile, .missing, .unreadable: return try RegularFile(page: location).bytes
        }
    }
}
