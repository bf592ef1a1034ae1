// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Tables in comma-separated values, as spreadsheets read and write them.
///
/// RFC 4180: <https://www.rfc-editor.org/rfc/rfc4180>
public enum CSV {
    /// A line of a table.
    public struct Row: Hashable, Sendable {
        /// The number of the line in the file on which it begins, from 1.
        public let line: Int
        /// What the cells say.
        public let cells: [String]
    }

    /// The bytes of a table, in UTF-8.
    ///
    /// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which ``rows(of:)`` takes away again.
    /// OWASP: <https://owasp.org/www-community/attacks/CSV_Injection>
    /// - Parameter isMarked: Whether a byte order mark stands in front, without which Excel takes another encoding.
    public static func bytes(of rows: some Sequence<[String]>, isMarked: Bool = true) -> [UInt8] {
        var bytes = isMarked ? byteOrderMark : []
        for row in rows {
            bytes += row.map(quoted).joined(separator: [UInt8(ascii: ",")])
            bytes += "\r\n".utf8
        }
        return bytes
    }

    /// The rows of a table, blank lines left out, with the cells between commas, or semicolons or tabs where the first row
    /// has more of these, as spreadsheets write in some countries.
    ///
    /// - Throws: `CSVError` where the bytes are not UTF-8, or a quoted cell is never closed.
    public static func rows(of bytes: [UInt8]) throws(CSVError) -> [Row] {
        let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        guard String(validating: text, as: UTF8.self) != nil else { throw .notUTF8 }
        var reader = CSVReader(text)
        return try reader.rows()
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func quoted(_ cell: String) -> [UInt8] {
        let bytes = Array((isLikeFormula(cell) ? "'" + cell : cell).utf8)
        guard bytes.contains(where: "\",;'\t\n\r".utf8.contains) else { return bytes }
        // Bytes, not characters: a mark behind a quotation mark makes it another character.
        return [ASCII.quote] + bytes.flatMap { $0 == ASCII.quote ? [$0, $0] : [$0] } + [ASCII.quote]
    }

    /// Whether a cell begins like a formula, apostrophes in front aside.
    fileprivate static func isLikeFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        // Some programs take the full-width forms, too.
        return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    }
}

/// Why bytes are no table.
public enum CSVError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are in another encoding.
    case notUTF8
    /// A cell that begins with a quotation mark on this line, from 1, has no other one at its end.
    case unclosedQuote(line: Int)

    /// One sentence that says what happened and what to do.
    public var description: String {
        switch self {
        case .notUTF8: "not in UTF-8. Save the table as \"CSV UTF-8\"."
        case .unclosedQuote(let line): "line \(line): a cell that begins with a quotation mark never ends."
        }
    }
}

/// Cuts the bytes of a table into rows and cells.
private struct CSVReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var line = 1
    private let separator: UInt8

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        let firstLine = bytes.prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.tab]
        let counts = separators.map { separator in firstLine.count { $0 == separator } }
        separator = zip(separators, counts).reduce((separators[0], counts[0])) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    mutating func rows() throws(CSVError) -> [CSV.Row] {
        var rows: [CSV.Row] = []
        while position < bytes.endIndex {
            let start = line
            let cells = try cells()
            if cells != [""] { rows.append(CSV.Row(line: start, cells: cells)) }
        }
        return rows
    }

    private mutating func cells() throws(CSVError) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(try cell())
            guard position < bytes.endIndex else { return cells }
            let byte = bytes[position]
            position += 1
            if byte == separator { continue }
            if byte == ASCII.carriageReturn, position < bytes.endIndex, bytes[position] == ASCII.lineFeed {
                position += 1
            }
            line += 1
            return cells
        }
    }

    /// The cell at the position, which is then at what ends it.
    private mutating func cell() throws(CSVError) -> String {
        var cell: [UInt8] = []
        let start = line
        var isQuoted = false
        if position < bytes.endIndex, bytes[position] == ASCII.quote {
            isQuoted = true
            position += 1
        }
        while position < bytes.endIndex {
            let byte = bytes[position]
            if isQuoted {
                position += 1
                if byte == ASCII.quote {
                    // Two stand for one; what follows the closing one is part of the cell, for want of a better reading.
                    isQuoted = position < bytes.endIndex && bytes[position] == ASCII.quote
                    if !isQuoted { continue }
                    position += 1
                } else if byte == ASCII.lineFeed {
                    line += 1
                }
                cell.append(byte)
            } else if byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                break
            } else {
                cell.append(byte)
                position += 1
            }
        }
        if isQuoted { throw .unclosedQuote(line: start) }
        let text = String(decoding: cell, as: UTF8.self)
        return text.first == "'" && CSV.isLikeFormula(text) ? String(text.dropFirst()) : text
    }
}
