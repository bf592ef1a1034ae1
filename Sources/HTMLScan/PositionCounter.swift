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
        if target > lineStart { column += page.decode(lineStart..<target).unicodeScalars.count }
        return ImageElement.Position(line: line, column: column)
    }
}
