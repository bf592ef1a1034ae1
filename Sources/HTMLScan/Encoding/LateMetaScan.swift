// SPDX-License-Identifier: Apache-2.0

/// The search for a `meta` with an encoding that stands in the head, but too late for the prescan.
///
/// A browser meets it when it builds the document, and begins anew in that encoding. The search ends with the head: at
/// its end tag, or at the first tag that only a body has.
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#change-the-encoding>
enum LateMetaScan {
    private static let headElements: Set<String> = [
        "html", "head", "title", "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "object",
        "script", "style", "template",
    ]
    private static let textElements: Set<String> = ["title", "script", "style", "noframes"]

    /// The encoding that the page's head declares; `nil` where it declares none that exists.
    static func encoding(in page: [UInt8]) -> PageEncoding? {
        // Where the prescan saw all of the page there is nothing late.
        guard page.count > EncodingPrescan.byteLimit else { return nil }
        var reader = TagReader(page[...])
        while reader.current != nil {
            reader.advance { $0 == UInt8(ascii: "<") }
            guard let next = reader.byte(ahead: 1) else { return nil }
            if reader.isAt("<!--") {
                reader.advanceToCommentEnd()
            } else if ASCII.isLetter(next) {
                let name = tagName(at: reader.position + 1, in: page)
                guard headElements.contains(name) else { return nil }
                reader.position += 1 + name.utf8.count
                if name == "meta", let encoding = reader.metaEncoding() { return encoding }
                while reader.nextAttribute() != nil {}
                if textElements.contains(name) { skipText(of: name, in: page, reader: &reader) }
            } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                if tagName(at: reader.position + 2, in: page) == "head" && next == UInt8(ascii: "/") { return nil }
                reader.advance { $0 == UInt8(ascii: ">") }
            }
            reader.position += 1
        }
        return nil
    }

    /// The letters and digits from here on in lower case, as far as the names of interest are long.
    private static func tagName(at index: Int, in page: [UInt8]) -> String {
        guard index < page.count else { return "" }
        let name = page[index...].prefix(16).prefix {
            !ASCII.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
        }
        return String(decoding: name.map(ASCII.lowercased), as: UTF8.self)
    }

    /// Moves before the end tag of an element whose content is text, and to the end where it has none.
    private static func skipText(of name: String, in page: [UInt8], reader: inout TagReader) {
        while reader.current != nil {
            reader.advance { $0 == UInt8(ascii: "<") }
            if reader.byte(ahead: 1) == UInt8(ascii: "/"), tagName(at: reader.position + 2, in: page) == name {
                // The caller goes on behind the byte at the position.
                reader.position -= 1
                return
            }
            reader.position += 1
        }
    }
}
