// SPDX-License-Identifier: Apache-2.0

/// Counts lines and columns up to offsets that are asked for in ascending order, in one walk over the page.
struct PositionCounter {
    private let page: PageText
    /// The page's bytes; in an encoding in which a line feed can be part of a character, those that are ASCII.
    private let bytes: [UInt8]
    private var offset: Int
    private var line = 1
    private var column = 1

    /// Counts from the beginning of a page; a byte order mark takes no column.
    init(page: PageText) {
        self.page = page
        bytes = page.encodingOfBytes.isASCIICompatible ? page.bytes : page.markup
        offset = page.start
    }

    /// The place of an offset of the page's scanned bytes, not before the one asked for last.
    mutating func position(of target: Int) -> ImageElement.Position {
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
        if target > lineStart {
            // With the tag's `<`: what a broken character in front of it comes to depends on what follows.
            column += page.decode(lineStart..<target + 1).unicodeScalars.count - 1
        }
        return ImageElement.Position(line: line, column: column)
    }
}
