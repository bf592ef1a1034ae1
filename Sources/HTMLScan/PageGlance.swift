// SPDX-License-Identifier: Apache-2.0

/// What can be told of a page without parsing it: each tag is read from its `<` on, whatever is around it.
///
/// A tag that a browser makes an element of is never missed, since how it is read from its `<` on does not hang on what came
/// before. One that is seen may stand in a comment or a script. That takes about as long as it takes to read the file.
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
    /// Where the last tag ends that changes what is around elements in front of it: `html`, `body`, `frameset` or `base`,
    /// or a `meta` that stands for an HTTP header.
    private(set) var endOfOuterTags = 0
    /// Whether there is the tag of a `figcaption`.
    private(set) var hasFigureCaption = false
    /// Whether a `meta` tag declares another encoding than the one in which the page is read.
    private(set) var mayChangeEncoding = false
    /// Whether all that was looked for is known: not where so many tags are never closed that each reading of one goes far.
    var isComplete: Bool { bytesToRead >= 0 }
    /// How many bytes may be read behind the names of tags.
    private var bytesToRead: Int

    /// Looks at the tags of a page in ASCII.
    init(at markup: [UInt8], readIn encoding: PageEncoding) {
        bytesToRead = 8 * markup.count
        var search = TagSearch(in: markup)
        while isComplete, let open = search.next() {
            if let name = Self.name(ofTagAt: open, in: markup) { note(name, at: open, of: markup, readIn: encoding) }
        }
    }

    /// The tags that are looked for.
    private enum Name {
        case area, base, body, figcaption, frameset, html, image, img, input, meta

        var spelling: StaticString {
            switch self {
            case .area: "area"
            case .base: "base"
            case .body: "body"
            case .figcaption: "figcaption"
            case .frameset: "frameset"
            case .html: "html"
            case .image: "image"
            case .img: "img"
            case .input: "input"
            case .meta: "meta"
            }
        }
    }

    /// Which of these tags begins at an offset, by its first letters, as ``TagSearch`` finds them; `nil` where none does.
    private static func name(ofTagAt open: Int, in markup: [UInt8]) -> Name? {
        switch (markup[open + 1] | 0x20, markup[open + 2] | 0x20, markup[open + 3] | 0x20) {
        case (UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "g")): .img
        case (UInt8(ascii: "i"), UInt8(ascii: "m"), _): .image
        case (UInt8(ascii: "i"), UInt8(ascii: "n"), _): .input
        case (UInt8(ascii: "a"), UInt8(ascii: "r"), _): .area
        case (UInt8(ascii: "m"), UInt8(ascii: "e"), _): .meta
        case (UInt8(ascii: "h"), UInt8(ascii: "t"), _): .html
        case (UInt8(ascii: "b"), UInt8(ascii: "o"), _): .body
        case (UInt8(ascii: "b"), UInt8(ascii: "a"), _): .base
        case (UInt8(ascii: "f"), UInt8(ascii: "r"), _): .frameset
        case (UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "g")): .figcaption
        default: nil
        }
    }

    private mutating func note(_ name: Name, at open: Int, of markup: [UInt8], readIn encoding: PageEncoding) {
        let nameEnd = open + 1 + name.spelling.utf8CodeUnitCount
        guard nameEnd < markup.count, markup.hasASCII(name.spelling, at: open + 1),
            Tokenizer.endsTagName(markup[nameEnd]), let end = end(ofTagWithNameEnd: nameEnd, in: markup)
        else { return }
        let source = TagSource(range: open..<end, nameEnd: nameEnd)
        switch name {
        case .img, .image: imageTags.append(ImageTag(kind: .img, source: source))
        case .area: imageTags.append(ImageTag(kind: .area, source: source))
        case .input:
            if markup.attribute("type", ofTagWithNameEnd: nameEnd)?.isASCII("image") == true {
                imageTags.append(ImageTag(kind: .inputImage, source: source))
            }
        case .meta:
            let declared = MetaContent.declaredEncoding(inTagWithNameEnd: nameEnd, of: markup)
            if let declared, declared != encoding { mayChangeEncoding = true }
            // It may declare the language of the page.
            if markup.attribute("http-equiv", ofTagWithNameEnd: nameEnd) != nil {
                endOfOuterTags = max(endOfOuterTags, end)
            }
        case .base, .body, .frameset, .html: endOfOuterTags = max(endOfOuterTags, end)
        case .figcaption: hasFigureCaption = true
        }
    }

    /// The offset behind the tag; `nil` where the page ends inside of it.
    private mutating func end(ofTagWithNameEnd nameEnd: Int, in markup: [UInt8]) -> Int? {
        var cursor = AttributeCursor(bytes: markup, nameEnd: nameEnd)
        while cursor.next() != nil {}
        bytesToRead -= cursor.position - nameEnd
        return cursor.hasEnded ? cursor.position : nil
    }
}
