// SPDX-License-Identifier: Apache-2.0

/// Reads tags in the way of the HTML standard's prescan, which differs from its tokenizer's.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#concept-get-attributes-when-sniffing>
struct TagReader {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The byte at the position; `nil` where the bytes have run out.
    var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    /// Whether these bytes, given in lower case, stand at the position in any case.
    func isAt(_ text: String) -> Bool {
        bytes[position...].prefix(text.utf8.count).elementsEqual(text.utf8) { ASCII.lowercased($0) == $1 }
    }

    /// The byte this many bytes behind the position; `nil` where the bytes have run out.
    func byte(ahead distance: Int) -> UInt8? {
        position + distance < bytes.endIndex ? bytes[position + distance] : nil
    }

    /// Moves to the next byte that fits, or to the end.
    mutating func advance(to fits: (UInt8) -> Bool) {
        guard current != nil else { return }
        position = bytes[position...].firstIndex(where: fits) ?? bytes.endIndex
    }

    /// Moves from a comment's `<` to the `>` of its `-->`, which can share hyphens with its `<!--`.
    mutating func advanceToCommentEnd() {
        position += 4
        advance { $0 == UInt8(ascii: ">") }
        let hyphen = UInt8(ascii: "-")
        while current != nil && !(bytes[position - 1] == hyphen && bytes[position - 2] == hyphen) {
            position += 1
            advance { $0 == UInt8(ascii: ">") }
        }
    }

    /// Reads the next attribute, name and value in lower case; `nil` at the tag's `>` and where the bytes have run out.
    mutating func nextAttribute() -> (name: [UInt8], value: [UInt8])? {
        advance { !ASCII.isSpace($0) && $0 != UInt8(ascii: "/") }
        var name: [UInt8] = []
        guard let first = current, first != UInt8(ascii: ">") else { return nil }
        while let byte = current, !ASCII.isSpace(byte) {
            if byte == UInt8(ascii: "=") && !name.isEmpty { break }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return (name, []) }
            name.append(ASCII.lowercased(byte))
            position += 1
        }
        advance { !ASCII.isSpace($0) }
        guard current == UInt8(ascii: "=") else { return (name, []) }
        position += 1
        advance { !ASCII.isSpace($0) }
        return (name, value())
    }

    private mutating func value() -> [UInt8] {
        guard let first = current else { return [] }
        let start: Int
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            position += 1
            start = position
            advance { $0 == first }
            defer { position += 1 }
            return bytes[start..<position].map(ASCII.lowercased)
        }
        start = position
        advance { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") }
        return bytes[start..<position].map(ASCII.lowercased)
    }

    /// Reads the attributes of a `meta` tag and gives the encoding that they declare.
    ///
    /// The position is behind the tag's name, and then at its `>`. `nil` also where the bytes have run out before it.
    mutating func metaEncoding() -> PageEncoding? {
        var seen: Set<[UInt8]> = []
        var isPragma = false
        // `nil` until there is a declaration, be it of an encoding that does not exist.
        var needsPragma: Bool?
        var charset: PageEncoding?
        while let (name, value) = nextAttribute() {
            guard seen.insert(name).inserted else { continue }
            switch String(decoding: name, as: UTF8.self) {
            case "http-equiv": isPragma = isPragma || value.elementsEqual("content-type".utf8)
            case "content":
                guard needsPragma == nil, let encoding = MetaContent.encoding(in: value) else { continue }
                charset = encoding
                needsPragma = true
            case "charset":
                charset = PageEncoding(label: value)
                needsPragma = false
            default: break
            }
        }
        guard current != nil, let needsPragma, !needsPragma || isPragma else { return nil }
        return charset?.asDeclaredByMeta
    }
}
