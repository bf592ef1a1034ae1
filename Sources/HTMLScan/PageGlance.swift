// SPDX-License-Identifier: Apache-2.0

/// What can be told of a page without parsing it: each tag is read from its `<` on, whatever is around it.
///
/// A tag that a browser makes an element of is never missed, since how it is read from its `<` on does not hang on what came
/// before. One that is seen may stand in a comment or a script. That takes about as long as it takes to read the file.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state>
struct PageGlance {
    /// Whether there is the tag of an `img`, an `input` or an `area`.
    private(set) var mayHaveImages = false
    /// Whether a `meta` tag declares another encoding than the one in which the page is read.
    private(set) var mayChangeEncoding = false

    /// Looks at the tags of a page in ASCII, up to the first of an image.
    init(at markup: [UInt8], readIn encoding: PageEncoding) {
        var open = markup.firstIndex(of: ASCII.lessThan, from: 0)
        while open + 3 < markup.count, !mayHaveImages {
            switch markup[open + 1] | 0x20 {
            case UInt8(ascii: "i"), UInt8(ascii: "a"):
                let names: [StaticString] = ["img", "image", "input", "area"]
                mayHaveImages = names.contains { Self.endOfName($0, at: open, of: markup) != nil }
            case UInt8(ascii: "m"):
                guard let nameEnd = Self.endOfName("meta", at: open, of: markup) else { break }
                let declared = MetaContent.declaredEncoding(inTagWithNameEnd: nameEnd, of: markup)
                if let declared, declared != encoding { mayChangeEncoding = true }
            default: break
            }
            open = markup.firstIndex(of: ASCII.lessThan, from: open + 1)
        }
    }

    /// Where the name of a tag ends, if it is this one.
    private static func endOfName(_ name: StaticString, at open: Int, of markup: [UInt8]) -> Int? {
        let end = open + 1 + name.utf8CodeUnitCount
        guard end < markup.count, markup.hasASCII(name, at: open + 1), Tokenizer.endsTagName(markup[end]) else {
            return nil
        }
        return end
    }
}
