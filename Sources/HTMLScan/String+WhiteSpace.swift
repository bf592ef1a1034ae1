// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text with its white space collapsed: one space between words, and none around them.
    package var whiteSpaceCollapsed: String {
        guard isASCII else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        // Most texts are ASCII, and far faster to look through in bytes than in characters.
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count)
        for byte in utf8 {
            if !ASCII.isTextSpace(byte) {
                line.append(byte)
            } else if let last = line.last, last != ASCII.space {
                line.append(ASCII.space)
            }
        }
        if line.last == ASCII.space { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// Whether there is nothing but white space.
    package var isBlank: Bool {
        utf8.allSatisfy(ASCII.isTextSpace) || (!isASCII && allSatisfy(\.isWhitespace))
    }

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension ASCII {
    /// Whether the byte is white space of a text: that of the HTML syntax, and the vertical tab.
    ///
    /// Unicode: <https://www.unicode.org/reports/tr44/#White_Space>
    package static func isTextSpace(_ byte: UInt8) -> Bool {
        byte == space || (tab...carriageReturn).contains(byte)
    }
}
