// SPDX-License-Identifier: Apache-2.0

/// The only kind of change that is made to a page: bytes put between two of its bytes.
public struct PageEdit: Hashable, Sendable {
    /// The zero-based offset, in the file as stored, of the byte in front of which the insertion goes.
    public let byteOffset: Int
    /// What is inserted, in the page's encoding and without a line feed.
    public let insertion: [UInt8]

    /// An insertion at an offset.
    public init(byteOffset: Int, insertion: [UInt8]) {
        self.byteOffset = byteOffset
        self.insertion = insertion
    }
}

extension [PageEdit] {
    /// The edits in page order, once it is certain that they can all be made.
    ///
    /// Edits are disjoint where no two have the same offset. An insertion stands inside a tag, so it always has a byte
    /// of the page behind it.
    func sortedForApplication(toByteCount byteCount: Int) throws(PageEditError) -> [PageEdit] {
        let edits = sorted { $0.byteOffset < $1.byteOffset }
        for edit in edits {
            guard (0..<byteCount).contains(edit.byteOffset) else {
                throw .outOfBounds(byteOffset: edit.byteOffset, byteCount: byteCount)
            }
            guard !edit.insertion.contains(UInt8(ascii: "\n")) else { throw .lineFeed(byteOffset: edit.byteOffset) }
        }
        for (edit, next) in zip(edits, edits.dropFirst()) where edit.byteOffset == next.byteOffset {
            throw .overlap(byteOffset: edit.byteOffset)
        }
        return edits
    }
}

extension [UInt8] {
    /// The page with the insertions of these edits; every other byte is copied as it is.
    ///
    /// The order of the edits does not matter. Takes time linear in the size of the page.
    public func applying(_ edits: [PageEdit]) throws(PageEditError) -> [UInt8] {
        let edits = try edits.sortedForApplication(toByteCount: count)
        var result: [UInt8] = []
        result.reserveCapacity(count + edits.reduce(0) { $0 + $1.insertion.count })
        var copied = 0
        for edit in edits {
            result += self[copied..<edit.byteOffset]
            result += edit.insertion
            copied = edit.byteOffset
        }
        result += self[copied...]
        return result
    }
}
