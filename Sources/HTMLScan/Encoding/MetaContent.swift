// SPDX-License-Identifier: Apache-2.0

/// The `content` of a `meta` element, such as `text/html; charset=utf-8`.
enum MetaContent {
    /// The encoding that a value in lower case names; `nil` for none, and for one that does not exist.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/urls-and-fetching.html>, "extracting a character encoding"
    static func encoding(in value: [UInt8]) -> PageEncoding? {
        let word = Array("charset".utf8)
        var rest = value[...]
        while let start = rest.indices.first(where: { rest[$0...].starts(with: word) }) {
            rest = rest[(start + word.count)...].drop(while: ASCII.isSpace)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: ASCII.isSpace)
            guard let first = rest.first else { return nil }
            if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                rest = rest.dropFirst()
                guard let end = rest.firstIndex(of: first) else { return nil }
                return PageEncoding(label: rest[..<end])
            }
            return PageEncoding(label: rest.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: ";") })
        }
        return nil
    }

    /// The encoding that a `meta` tag declares by its `charset`, else by its `content`; `nil` where it declares none that
    /// exists.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead>, "a start tag whose tag name is meta"
    static func declaredEncoding(inTagWithNameEnd nameEnd: Int, of bytes: [UInt8]) -> PageEncoding? {
        if let charset = bytes.attribute("charset", ofTagWithNameEnd: nameEnd),
            let encoding = PageEncoding(label: charset)
        {
            return encoding.asDeclaredByMeta
        }
        guard bytes.attribute("http-equiv", ofTagWithNameEnd: nameEnd)?.isASCII("content-type") == true,
            let content = bytes.attribute("content", ofTagWithNameEnd: nameEnd)
        else { return nil }
        return encoding(in: content.map(ASCII.lowercased))?.asDeclaredByMeta
    }
}
