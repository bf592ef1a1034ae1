// SPDX-License-Identifier: Apache-2.0

/// The start tags of a page that can matter for its images, each read from its `<` on, whatever is around it.
///
/// A tag that a browser makes an element of is always among them: how it is read from its `<` on does not hang on what came
/// before. Others may stand in a comment or a script. That takes about as long as it takes to read the file.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state>
struct PageGlance {
    /// A tag that a browser may make an image of.
    struct ImageTag {
        let kind: ImageElement.Kind
        let source: TagSource
    }

    /// The tags of what needs a text alternative, in the order of their bytes.
    private(set) var imageTags: [ImageTag] = []
    /// Where the last tag ends that changes what is around elements in front of it: `html`, `body` or `base`.
    private(set) var endOfOuterTags = 0
    /// Whether a `meta` tag declares another encoding than the one in which the page is read.
    private(set) var mayChangeEncoding = false

    /// Looks at the tags of a page in ASCII.
    init(at markup: [UInt8], readIn encoding: PageEncoding) {
        var open = markup.firstIndex(of: ASCII.lessThan, from: 0)
        while open + 3 < markup.count {
            if Self.mayMatter(markup[open + 1], markup[open + 2]) {
                note(tagAt: open, of: markup, readIn: encoding)
            }
            open = markup.firstIndex(of: ASCII.lessThan, from: open + 1)
        }
    }

    /// Whether a tag with these first two letters can be one of those that are looked for.
    private static func mayMatter(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (first | 0x20, second | 0x20) {
        case (UInt8(ascii: "i"), UInt8(ascii: "m")), (UInt8(ascii: "i"), UInt8(ascii: "n")),
            (UInt8(ascii: "a"), UInt8(ascii: "r")), (UInt8(ascii: "m"), UInt8(ascii: "e")),
            (UInt8(ascii: "h"), UInt8(ascii: "t")), (UInt8(ascii: "b"), UInt8(ascii: "o")),
            (UInt8(ascii: "b"), UInt8(ascii: "a")):
            true
        default: false
        }
    }

    private mutating func note(tagAt open: Int, of markup: [UInt8], readIn encoding: PageEncoding) {
        func isTag(_ name: StaticString) -> Int? {
            let end = open + 1 + name.utf8CodeUnitCount
            guard end < markup.count, markup.hasASCII(name, at: open + 1), Tokenizer.endsTagName(markup[end]) else {
                return nil
            }
            return end
        }
        if let nameEnd = isTag("img") ?? isTag("image") {
            noteImage(.img, at: open, nameEnd: nameEnd, of: markup)
        } else if let nameEnd = isTag("area") {
            noteImage(.area, at: open, nameEnd: nameEnd, of: markup)
        } else if let nameEnd = isTag("input") {
            if markup.attribute("type", ofTagWithNameEnd: nameEnd)?.isASCII("image") == true {
                noteImage(.inputImage, at: open, nameEnd: nameEnd, of: markup)
            }
        } else if let nameEnd = isTag("meta") {
            let declared = MetaContent.declaredEncoding(inTagWithNameEnd: nameEnd, of: markup)
            if let declared, declared != encoding { mayChangeEncoding = true }
        } else if let nameEnd = isTag("html") ?? isTag("body") ?? isTag("base") {
            endOfOuterTags = end(ofTagWithNameEnd: nameEnd, in: markup) ?? endOfOuterTags
        }
    }

    private mutating func noteImage(_ kind: ImageElement.Kind, at open: Int, nameEnd: Int, of markup: [UInt8]) {
        guard let end = end(ofTagWithNameEnd: nameEnd, in: markup) else { return }
        imageTags.append(ImageTag(kind: kind, source: TagSource(range: open..<end, nameEnd: nameEnd)))
    }

    /// The offset behind the tag; `nil` where the page ends inside of it.
    private func end(ofTagWithNameEnd nameEnd: Int, in markup: [UInt8]) -> Int? {
        var cursor = AttributeCursor(bytes: markup, nameEnd: nameEnd)
        while cursor.next() != nil {}
        return cursor.hasEnded ? cursor.position : nil
    }
}
