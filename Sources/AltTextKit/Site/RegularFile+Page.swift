// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

extension RegularFile {
    /// Reads a page.
    ///
    /// - Throws: `ScanError.tooLarge`, without reading it, for a page that cannot be scanned: it may be larger than the
    ///   memory. `FileError` where it cannot be read.
    init(page location: FilePath) throws {
        // What cannot be asked for its size cannot be read either, and then says why.
        if let byteCount = try? location.stat().size, byteCount > ImageScanner.largestPage {
            throw ScanError.tooLarge(byteCount: Int(byteCount))
        }
        try self.init(contentsOf: location)
    }
}
