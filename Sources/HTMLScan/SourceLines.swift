// SPDX-License-Identifier: Apache-2.0

/// The lines of a page, as they stand in its file.
package struct SourceLines {
    private let page: PageText

    /// The lines of a file in an encoding.
    ///
    /// - Throws: `ScanError` where browsers do not decode that encoding, or the file is too large.
    package init(of file: [UInt8], in encoding: PageEncoding) throws(ScanError) {
        page = try PageText(of: file, in: encoding)
    }

    /// What stands in front of and behind an offset, on one line.
    package struct Line: Sendable {
        /// The text in front of the offset.
        package let before: Substring
        /// The text from the offset on.
        package let after: Substring
        /// Whether the line begins before `before`.
        package let isCutBefore: Bool
        /// Whether the line ends behind `after`.
        package let isCutAfter: Bool
    }

    /// The line with the tag that begins at a byte offset of the file; no more than `limit` bytes to either side of there, as
    /// a page can be one line of megabytes.
    package func line(ofTagAt fileOffset: Int, limit: Int = 400) -> Line {
        let tag = offset(ofFileOffset: fileOffset)
        let bytes = page.bytes
        let isLineEnd = { (byte: UInt8) in byte == ASCII.lineFeed || byte == ASCII.carriageReturn }
        var start = max(page.start, tag - limit)
        var isCutBefore = start > page.start
        if let lineEnd = bytes[start..<tag].lastIndex(where: isLineEnd) {
            start = lineEnd + 1
            isCutBefore = false
        } else if isCutBefore {
            start = bytes[start..<tag].firstIndex(where: Self.isNeverTrailByte).map { $0 + 1 } ?? tag
        }
        var end = min(bytes.count, tag + limit)
        var isCutAfter = end < bytes.count
        if let lineEnd = bytes[tag..<end].firstIndex(where: isLineEnd) {
            end = lineEnd
            isCutAfter = false
        } else if isCutAfter {
            end = bytes[tag..<end].lastIndex(where: Self.isNeverTrailByte).map { $0 + 1 } ?? end
        }
        // With the tag's `<`: what a broken character in front of it comes to depends on what follows.
        let before = page.decode(start..<tag + 1)
        return Line(
            before: before[..<before.unicodeScalars.index(before: before.unicodeScalars.endIndex)],
            after: page.decode(tag..<end)[...], isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    }

    /// Whether a byte is an ASCII character wherever it stands, so that text can be decoded from behind it in every encoding.
    private static func isNeverTrailByte(_ byte: UInt8) -> Bool {
        byte < 0x40 && !(0x30...0x39).contains(byte)
    }

    /// The offset in the page's scanned bytes.
    private func offset(ofFileOffset target: Int) -> Int {
        var range = page.start..<page.bytes.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if page.fileOffset(of: middle) < target {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}
