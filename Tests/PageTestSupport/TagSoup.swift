// SPDX-License-Identifier: Apache-2.0

/// Pages of random markup that no person would write.
package struct TagSoup {
    private let form: StoredForm
    private var generator: SeededGenerator

    /// The pages that follow from a seed.
    package init(seed: UInt64, form: StoredForm = .utf8) {
        self.form = form
        generator = SeededGenerator(seed: seed)
    }

    /// The next page, of this many tags, texts, declarations and broken bytes.
    package mutating func page(pieces: Int) -> [UInt8] {
        form.start + (0..<pieces).flatMap { _ in piece() }
    }

    private mutating func piece() -> [UInt8] {
        let text =
            switch Int.random(in: 0..<20, using: &generator) {
            case 0..<4: "<" + pick(["img", "IMG", "image"]) + attributes() + pick(Self.tagEnds)
            case 4..<9: startTag()
            case 9..<14: "</" + name() + pick(Self.tagEnds)
            case 14..<17: pick(Self.texts)
            case 17: ""
            default: pick(Self.declarations)
            }
        return text.isEmpty ? form.brokenBytes.randomElement(using: &generator) ?? [] : form.encode(text)
    }

    private mutating func startTag() -> String {
        let name = name()
        let tag = "<" + name + attributes() + pick(Self.tagEnds)
        // Most often what makes text of the page is closed, or little of the page would be left.
        let isClosed = Self.textElements.contains(name.lowercased()) && Int.random(in: 0..<8, using: &generator) > 0
        return isClosed ? tag + pick(["", "<img>", "<!--"]) + "</" + name + ">" : tag
    }

    private mutating func name() -> String {
        if Bool.random(using: &generator) {
            return pick(["img", "image", "a", "table", "p", "svg", "b", "td", "template"])
        }
        let name = pick(Self.names)
        return Bool.random(using: &generator) ? name : name.uppercased()
    }

    private mutating func attributes() -> String {
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
            pick([" ", "/", "\n", "\t/ "]) + pick(Self.attributes)
        }.joined()
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &generator) ?? ""
    }

    /// All that the rules of HTML parsing, or of alt text, tell apart, and one more.
    private static let names = """
        a address annotation-xml applet area article aside b base basefont bgsound big blockquote body br button \
        caption center code col colgroup dd desc details dialog dir div dl dt em embed fieldset figcaption \
        figure font footer foreignObject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i \
        iframe image img input keygen li link listing main malignmark marquee math menu meta mglyph mi mn mo ms \
        mtext nav nobr noembed noframes noscript object ol optgroup option p param picture plaintext pre rb rp \
        rt rtc ruby s script search section select small source span strike strong style sub summary sup svg \
        table tbody td template textarea tfoot th thead title tr track tt u ul var wbr xmp x-y
        """.split(separator: " ").map(String.init)
    private static let textElements: Set = [
        "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
    ]
    private static let tagEnds = [">", ">", ">", ">", "/>", " >", "\n/>"]
    private static let attributes = [
        "src=a.png", "src='b c.png'", "alt", "ALT=\"\"", "alt=x alt=y", "alt=Logo", "hidden", "title=x", "role=tab",
        "role=main", "role='&#98;utton'", "href=x", "=", "=x",
        "\"", "a\"b='", "'", "<img",
        "x=\">\"", "x='<img>'",
        "type=hidden", "encoding=text/html", "href=\"?a&amp;b\"", "lang=de", "\0x=\0", "é=ü", "color", "a==b",
    ]
    private static let texts = [
        "text", " ", "\r\n", "&amp;", "&#0;", "\0", "<", "</", "< img>", "é", "]]>", "-->", "犬",
        "ソ表能", "“ä”", "俓개", "😀", "\n", "\r", "~\\",
    ]
    private static let declarations = [
        "<!-- <img> -->", "<!-->", "<!--->", "<!--a--!>", "<!x>", "<?x>", "</ x>", "</>", "<!doctype html>",
        "<![CDATA[<img>]]>", "<!---!>", "<script><!--<script></script>", "<script>", "</script>", "<!--",
    ]
}
