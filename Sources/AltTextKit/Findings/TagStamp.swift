// SPDX-License-Identifier: Apache-2.0

/// What tells, within one run of the program, whether a tag is still the same.
struct TagStamp: Hashable, Sendable {
    private let byteCount: Int
    private let hash: Int

    init(of tag: ArraySlice<UInt8>) {
        byteCount = tag.count
        hash = tag.hashValue
    }

    /// Whether the tag at an offset of a page is the one that the stamp was made of.
    func fits(_ page: [UInt8], at offset: Int) -> Bool {
        offset + byteCount <= page.count && page[offset..<offset + byteCount].hashValue == hash
    }
}
