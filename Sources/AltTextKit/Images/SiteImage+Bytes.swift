// SPDX-License-Identifier: Apache-2.0

extension SiteImage {
    /// The bytes of an image that is a file of the site or stands in the page itself.
    ///
    /// - Parameter limit: How many bytes it may have.
    /// - Returns: `nil` for an image that is elsewhere, is larger, cannot be read, or is no longer the one that was audited.
    package func bytes(upTo limit: Int) -> [UInt8]? {
        let bytes = file.map { try? RegularFile(contentsOf: $0, calledBy: $0, limit: limit).bytes } ?? data
        guard let bytes, !bytes.isEmpty, bytes.count <= limit, Digest.catalogKey(of: bytes) == key else { return nil }
        return bytes
    }
}
