// SPDX-License-Identifier: Apache-2.0

package import HTMLScan

/// How a page is stored: its encoding, how it says so, and what ends its lines.
package struct StoredForm: CustomStringConvertible, Sendable {
    /// The encoding.
    package let encoding: PageEncoding
    /// The bytes that the file begins with.
    let byteOrderMark: [UInt8]
    private let lineEnd: String
    private let isDeclared: Bool
    /// Bytes that are malformed in the encoding, change how those behind them are read, or are read in several ways.
    let brokenBytes: [[UInt8]]

    private init(_ encoding: PageEncoding, byteOrderMark: [UInt8] = [], lineEnd: String = "\n", isDeclared: Bool = true)
    {
        self.encoding = encoding
        self.byteOrderMark = byteOrderMark
        self.lineEnd = lineEnd
        self.isDeclared = isDeclared
        brokenBytes =
            switch encoding {
            case .utf16LE: [[0x00, 0xD8], [0x00, 0xDC], [0xFF, 0xFE]]
            case .utf16BE: [[0xD8, 0x00], [0xDC, 0x00], [0xFE, 0xFF]]
            case .iso2022JP: Self.escapeSequences + [[0x1B], [0x80], [0x5C], [0x7E]]
            default: Self.brokenBytes + Self.escapeSequences
            }
    }

    package var description: String {
        var words = [encoding.name]
        if !byteOrderMark.isEmpty { words.append("with byte order mark") }
        if lineEnd != "\n" { words.append(lineEnd == "\r" ? "CR" : "CRLF") }
        return words.joined(separator: ", ")
    }

    /// UTF-8 that is declared nowhere.
    package static let utf8 = StoredForm(.utf8, isDeclared: false)

    /// Every kind of encoding, every way to say which it is, and all line ends.
    package static let all = [
        utf8,
        StoredForm(.utf8, lineEnd: "\r\n"),
        StoredForm(.utf8, byteOrderMark: [0xEF, 0xBB, 0xBF], lineEnd: "\r"),
        StoredForm(.utf16LE, byteOrderMark: [0xFF, 0xFE]),
        StoredForm(.utf16BE, byteOrderMark: [0xFE, 0xFF], lineEnd: "\r\n"),
        StoredForm(.windows1252, lineEnd: "\r\n"),
        StoredForm(.windows1252, isDeclared: false),
        StoredForm(.koi8R, lineEnd: "\r"),
        StoredForm(.shiftJIS, lineEnd: "\r\n"),
        StoredForm(.eucJP),
        StoredForm(.iso2022JP),
        StoredForm(.gbk),
        StoredForm(.gb18030, lineEnd: "\r"),
        StoredForm(.big5),
        StoredForm(.eucKR, lineEnd: "\r\n"),
    ]

    /// What the file begins with: the byte order mark, or what declares the encoding.
    package var start: [UInt8] {
        byteOrderMark.isEmpty && isDeclared ? encode("<meta charset=\(encoding.name)>\n") : byteOrderMark
    }

    /// The bytes of some markup; line feeds in it become the line ends of the page.
    package func encode(_ text: String) -> [UInt8] {
        encoding.encode(
            lineEnd == "\n"
                ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
    }

    private static let brokenBytes: [[UInt8]] = [
        [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x90], [0x80], [0x81], [0x8F, 0xA1], [0x81, 0x30, 0x81],
    ]

    /// Those of ISO-2022-JP: to ASCII, JIS X 0201 Roman and Katakana, and JIS X 0208.
    private static let escapeSequences: [[UInt8]] = [
        [0x1B, 0x28, 0x42], [0x1B, 0x28, 0x4A], [0x1B, 0x28, 0x49], [0x1B, 0x24, 0x42],
    ]
}
