// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

extension RegularFile {
    /// Reads a page, following symbolic links.
    ///
    /// - Throws: `ScanError.tooLarge`, without reading it, for a page that cannot be scanned: it may be larger than the
    ///   memory. `FileError` where it cannot be read.
    init(page location: FilePath) throws {
        try self.init(page: location, options: [])
    }

    /// Reads a page if it is no symbolic link.
    init?(pageButNoLink location: FilePath) throws {
        do {
            try self.init(page: location, options: .noFollow)
        } catch FileError.failed(_, _, .tooManySymbolicLinkLevels) {
            return nil
        }
    }

    private init(page location: FilePath, options: FileDescriptor.OpenOptions) throws {
        do {
            try self.init(contentsOf: location, calledBy: location, options: options, limit: ImageScanner.largestPage)
        } catch .tooLarge(_, let byteCount) {
            throw ScanError.tooLarge(byteCount: byteCount)
        }
    }
}
