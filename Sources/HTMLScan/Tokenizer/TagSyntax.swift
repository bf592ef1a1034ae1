// SPDX-License-Identifier: Apache-2.0

/// Where one attribute of a tag stands in the page; zero-based byte offsets.
struct AttributeRange {
    let name: Range<Int>
    /// The value without its quotes; `nil` where the attribute has none, as in `<img alt>`.
    let value: Range<Int>?
    /// The quote around the value; `nil` for an unquoted one.
    let quote: UInt8?
}

/// Walks the attributes of one tag, from behind its name to its `>`.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state> and the states after it.
struct AttributeCursor {
    private let bytes: [UInt8]
    /// Where the next attribute is looked for; behind the `>` once the tag has ended, `bytes.count` where it never does.
    private(set) var position: Int
    /// Whether the tag has ended with `>`.
    private(set) var hasEnded = false
    /// Whether the tag has ended with `/>`.
    private(set) var isSelfClosing = false

    /// Walks the tag whose name ends at `nameEnd`.
    init(bytes: [UInt8], nameEnd: Int) {
        self.bytes = bytes
        position = nameEnd
    }

    /// The next attribute; `nil` when the tag, or the page, has ended.
    mutating func next() -> AttributeRange? {
        guard skipToName() else { return nil }
        let nameStart = position
        // A name may begin with `=`, but only end before one.
        position += 1
        while position < bytes.count, !endsName(bytes[position]) { position += 1 }
        let name = nameStart..<position
        skipSpace()
        guard position < bytes.count, bytes[position] == ASCII.equals else {
            return AttributeRange(name: name, value: nil, quote: nil)
        }
        position += 1
        skipSpace()
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        if first == ASCII.quote || first == ASCII.apostrophe {
            let end = bytes.firstIndex(of: first, from: position + 1)
            let value = position + 1..<max(end, position + 1)
            position = min(end + 1, bytes.count)
            return AttributeRange(name: name, value: value, quote: first)
        }
        let valueStart = position
        while position < bytes.count, bytes[position] != ASCII.greaterThan, !ASCII.isSpace(bytes[position]) {
            position += 1
        }
        return AttributeRange(name: name, value: valueStart..<position, quote: nil)
    }

    /// Moves to the first byte of an attribute name; `false` when the tag ended first.
    private mutating func skipToName() -> Bool {
        while position < bytes.count, !hasEnded {
            let byte = bytes[position]
            if byte == ASCII.greaterThan {
                hasEnded = true
            } else if byte == ASCII.slash, position + 1 < bytes.count, bytes[position + 1] == ASCII.greaterThan {
                isSelfClosing = true
                hasEnded = true
                position += 1
            } else if byte != ASCII.slash, !ASCII.isSpace(byte) {
                return true
            }
            position += 1
        }
        return false
    }

    private mutating func skipSpace() {
        while position < bytes.count, ASCII.isSpace(bytes[position]) { position += 1 }
    }

    private func endsName(_ byte: UInt8) -> Bool {
        byte == ASCII.equals || byte == ASCII.greaterThan || byte == ASCII.slash || ASCII.isSpace(byte)
    }
}

extension Array<UInt8> {
    /// The value of an attribute of a tag, in UTF-8, as far as it is ASCII; `nil` where there is no such attribute.
    ///
    /// - Parameter name: In ASCII lower case.
    func attribute(_ name: StaticString, ofTagWithNameEnd nameEnd: Int) -> [UInt8]? {
        var cursor = AttributeCursor(bytes: self, nameEnd: nameEnd)
        while let attribute = cursor.next() {
            guard attribute.name.count == name.utf8CodeUnitCount, hasASCII(name, at: attribute.name.lowerBound) else {
                continue
            }
            guard let value = attribute.value.map({ self[$0] }) else { return [] }
            guard value.contains(ASCII.ampersand) else { return Array(value) }
            return Array(CharacterReferences.resolve(String(decoding: value, as: UTF8.self), in: .attribute).utf8)
        }
        return nil
    }

    /// Whether these are the bytes of an ASCII text in lower case, letters in either case.
    func isASCII(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && hasASCII(text, at: 0)
    }
}
