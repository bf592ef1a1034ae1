// SPDX-License-Identifier: Apache-2.0

/// Finds where tags may begin that ``PageGlance`` looks for.
///
/// A page has thousands of tags, so what is done for each is most of what an audit costs: a block of bytes in which
/// nothing is of interest is passed over in a few vector instructions.
struct TagSearch {
    /// How many bytes a block has: enough of them for the compiler to compare them side by side.
    private static let blockLength = 128
    /// How many bytes behind the `<` are compared.
    private static let lettersRead = 2

    private let bytes: [UInt8]
    private var index = 0

    /// A search from the first byte on.
    init(in bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The offset of the next `<` that two letters follow, the first of which begins one of the names; `nil` where none is left.
    mutating func next() -> Int? {
        let last = bytes.count - Self.lettersRead - 1
        while index <= last {
            let end = index + Self.blockLength
            // Where a hit was, the block goes on behind it.
            if end - 1 <= last, !hasBeginning(in: index..<end) {
                index = end
                continue
            }
            while index < min(end, last + 1) {
                defer { index += 1 }
                if Self.begins(bytes[index], bytes[index + 1], bytes[index + 2]) != 0 { return index }
            }
        }
        return nil
    }

    private func hasBeginning(in block: Range<Int>) -> Bool {
        precondition(block.lowerBound >= 0 && block.upperBound + Self.lettersRead <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            // The two bytes behind the block are in the buffer, too.
            for index in block { found |= unsafe Self.begins(bytes[index], bytes[index &+ 1], bytes[index &+ 2]) }
            return found != 0
        }
    }

    /// 1 where these bytes may be the beginning of such a tag, else 0: without a branch, for many at once.
    ///
    /// Letters are compared in lower case. What this takes for letters are other signs now and then.
    @inline(__always)
    private static func begins(_ open: UInt8, _ first: UInt8, _ second: UInt8) -> UInt8 {
        func isLetter(_ letter: UInt8) -> UInt8 { first | 0x20 == letter ? 1 : 0 }
        // The initials of area, base and body, figcaption and frameset, html, image and img and input, meta.
        let isInitial =
            (isLetter(0x61) | isLetter(0x62) | isLetter(0x66)) | (isLetter(0x68) | isLetter(0x69) | isLetter(0x6D))
        return (open == ASCII.lessThan ? 1 : 0) & (second > 0x40 ? 1 : 0) & isInitial
    }
}
