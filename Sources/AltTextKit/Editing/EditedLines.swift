// SPDX-License-Identifier: Apache-2.0

/// The lines of a page, and which edits fall on each; line indices are zero-based.
struct EditedLines {
    private let page: [UInt8]
    private let edits: [PageEdit]
    /// The offset of the first byte of each line, and at the end that behind the last line.
    private let starts: [Int]
    /// For each changed line the range of its edits.
    private let editsByLine: [Int: Range<Int>]
    /// The indices of the lines with edits, in order.
    let changed: [Int]

    /// `edits` are sorted, lie within the page and bring no line feeds.
    init(of page: [UInt8], edits: [PageEdit]) {
        var starts = [0]
        for (offset, byte) in page.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        if starts.last != page.count { starts.append(page.count) }
        var editsByLine: [Int: Range<Int>] = [:]
        var changed: [Int] = []
        var line = 0
        for (index, edit) in edits.enumerated() {
            while starts[line + 1] <= edit.byteOffset { line += 1 }
            if let range = editsByLine[line] {
                editsByLine[line] = range.lowerBound..<index + 1
            } else {
                editsByLine[line] = index..<index + 1
                changed.append(line)
            }
        }
        self.page = page
        self.edits = edits
        self.starts = starts
        self.editsByLine = editsByLine
        self.changed = changed
    }

    /// The number of lines; a last line without a line feed counts.
    var count: Int { starts.count - 1 }

    func isChanged(_ line: Int) -> Bool {
        editsByLine[line] != nil
    }

    /// Appends one line of a diff: the marker, the line with or without its edits, and the note on a missing line feed.
    func append(_ line: Int, marker: Unicode.Scalar, edited: Bool, to output: inout [UInt8]) {
        output.append(UInt8(ascii: marker))
        var copied = starts[line]
        if edited, let range = editsByLine[line] {
            for edit in edits[range] {
                output += page[copied..<edit.byteOffset]
                output += edit.insertion
                copied = edit.byteOffset
            }
        }
        let end = starts[line + 1]
        output += page[copied..<end]
        if page[end - 1] != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
    }
}
