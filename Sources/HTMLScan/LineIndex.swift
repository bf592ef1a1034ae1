// SPDX-License-Identifier: Apache-2.0

/// Tells the line and column of byte offsets that are asked for in ascending order, in one walk over the page.
public struct LineIndex {
    private let page: [UInt8]
    private let encoding: PageEncoding
    private var offset: Int
    private var line = 1
    private var column = 1

    /// Walks a page from its beginning; a byte order mark takes no column.
    public init(page: [UInt8], encoding: PageEncoding) {
        self.page = page
        self.encoding = encoding
        offset = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The place of a byte offset that is not before the one asked for last.
    ///
    /// - Returns: The line, from 1, where a line ends with LF, CR LF or CR; and the column, from 1, in Unicode scalars.
    public mutating func position(of target: Int) -> (line: Int, column: Int) {
        var lineStart = offset
        var index = offset
        while index < target {
            let byte = page[index]
            index += 1
            if byte == ASCII.lineFeed || (byte == ASCII.carriageReturn && (index == page.count || page[index] != ASCII.lineFeed)) {
                line += 1
                column = 1
                lineStart = index
            }
        }
        if target > lineStart { column += encoding.decode(page[lineStart..<target]).unicodeScalars.count }
        offset = max(target, offset)
        return (line, column)
    }
}
