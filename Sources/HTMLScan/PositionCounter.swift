// SPDX-License-Identifier: Apache-2.0

/// Counts lines and columns up to offsets that are asked for in ascending order, in one walk over the page.
struct PositionCounter {
    private let page: PageText
    private var offset: Int
    private var line = 1
    private var column = 1

    /// Counts from the beginning of a page; a byte order mark takes no column.
    init(page: PageText) {
        self.page = page
        offset = page.start
    }

    /// The place of an offset of the page's scanned bytes, not before the one asked for last.
    mutating func position(of target: Int) -> ImageElement.Position {
        // Where lines end with LF alone, they are counted far faster.
        let hasLineFeedsOnly = page.bytes.firstIndex(of: ASCII.carriageReturn, from: offset, to: target) == target
        let lineStart = hasLineFeedsOnly ? countLineFeeds(before: target) : countLineEnds(before: target)
        if target > lineStart {
            // With the tag's `<`: what a broken character in front of it comes to depends on what follows.
            column += page.scalarCount(of: lineStart..<target + 1) - 1
        }
        return ImageElement.Position(line: line, column: column)
    }

    /// Moves on to an offset, and gives the beginning of its line, or that of the part of it that is not counted yet.
    private mutating func countLineFeeds(before target: Int) -> Int {
        let part = page.bytes[offset..<target]
        defer { offset = target }
        guard let last = part.lastIndex(of: ASCII.lineFeed) else { return offset }
        line += part.reduce(0) { $0 + ($1 == ASCII.lineFeed ? 1 : 0) }
        column = 1
        return last + 1
    }

    private mutating func countLineEnds(before target: Int) -> Int {
        let bytes = page.bytes
        var lineStart = offset
        while offset < target {
            let byte = bytes[offset]
            offset += 1
            let endsLine =
                byte == ASCII.lineFeed
                || (byte == ASCII.carriageReturn && (offset == bytes.count || bytes[offset] != ASCII.lineFeed))
            if endsLine {
                line += 1
                column = 1
                lineStart = offset
            }
        }
        return lineStart
    }
}
