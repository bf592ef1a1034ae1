// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text with its white space collapsed: one space between words, and none around them.
    package var whiteSpaceCollapsed: String {
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count)
        // Scalars, since to find the characters of a text takes ten times as long.
        for scalar in unicodeScalars {
            if !scalar.isWhiteSpace {
                line += scalar.utf8
            } else if let last = line.last, last != ASCII.space {
                line.append(ASCII.space)
            }
        }
        if line.last == ASCII.space { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// Whether there is nothing but white space.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isWhiteSpace) }
}

extension Unicode.Scalar {
    /// Whether it is white space of a text.
    ///
    /// Unicode: <https://www.unicode.org/reports/tr44/#White_Space>
    fileprivate var isWhiteSpace: Bool {
        isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
    }
}
