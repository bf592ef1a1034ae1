// SPDX-License-Identifier: Apache-2.0

/// The HTML standard's prescan of a page's first bytes for a declaration of its encoding.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding>
enum EncodingPrescan {
    /// How many bytes browsers wait for, and authors have to declare the encoding in.
    static let byteLimit = 1_024

    /// The encoding that the page's first bytes declare; `nil` where they declare none that exists.
    static func encoding(in page: [UInt8]) -> PageEncoding? {
        let bytes = page.prefix(byteLimit)
        if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return .utf16LE }
        if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return .utf16BE }
        return metaEncoding(in: bytes) ?? xmlEncoding(in: bytes)
    }

    private static func metaEncoding(in bytes: ArraySlice<UInt8>) -> PageEncoding? {
        var reader = TagReader(bytes)
        while reader.current != nil {
            reader.advance { $0 == UInt8(ascii: "<") }
            if reader.isAt("<!--") {
                reader.advanceToCommentEnd()
            } else if reader.isAt("<meta"), let next = reader.byte(ahead: 5),
                ASCII.isSpace(next) || next == UInt8(ascii: "/")
            {
                reader.position += 5
                if let encoding = reader.metaEncoding() { return encoding }
            } else if let next = reader.byte(ahead: 1) {
                let isEndTag = next == UInt8(ascii: "/")
                if ASCII.isLetter(next) || isEndTag && reader.byte(ahead: 2).map(ASCII.isLetter) == true {
                    reader.advance { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") }
                    while reader.nextAttribute() != nil {}
                } else if isEndTag || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                    reader.advance { $0 == UInt8(ascii: ">") }
                }
            }
            reader.position += 1
        }
        return nil
    }

    /// The encoding of an XML declaration, which browsers heed in HTML too.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing>
    private static func xmlEncoding(in bytes: ArraySlice<UInt8>) -> PageEncoding? {
        guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let declaration = bytes[..<end]
        let word = Array("encoding".utf8)
        let found = declaration.indices.first { declaration[$0...].starts(with: word) }
        guard let start = found else { return nil }
        // The closing quote may stand behind the first `>`, so all that follows is read from the page.
        var rest = bytes[(start + word.count)...].drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        rest = rest.dropFirst()
        guard let close = rest.firstIndex(of: quote) else { return nil }
        let label = rest[..<close]
        guard label.allSatisfy({ $0 > 0x20 }), let encoding = PageEncoding(label: label) else { return nil }
        return encoding == .utf16BE || encoding == .utf16LE ? .utf8 : encoding
    }
}
