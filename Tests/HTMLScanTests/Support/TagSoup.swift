// SPDX-License-Identifier: Apache-2.0

@testable import HTMLScan

/// Pages of random markup that no person would write.
struct TagSoup {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func page(pieces: Int) -> [UInt8] {
        (0..<pieces).flatMap { _ in piece() }
    }

    private mutating func piece() -> [UInt8] {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<9: Array("<".utf8) + name() + attributes() + pick(Self.tagEnds)
        case 9..<14: Array("</".utf8) + name() + pick(Self.tagEnds)
        case 14..<17: pick(Self.texts)
        case 17: pick(Self.brokenBytes)
        default: pick(Self.declarations)
        }
    }

    private mutating func name() -> [UInt8] {
        if Bool.random(using: &generator) {
            return pick(["img", "image", "a", "table", "p", "svg", "b", "td", "template"])
        }
        let name = TagName.allCases.randomElement(using: &generator)?.spelling ?? []
        return Bool.random(using: &generator) ? name : name.map { ASCII.isLetter($0) ? $0 ^ 0x20 : $0 }
    }

    private mutating func attributes() -> [UInt8] {
        (0..<Int.random(in: 0..<4, using: &generator)).flatMap { _ in
            pick([" ", "/", "\n", "\t/ "]) + pick(Self.attributes)
        }
    }

    private mutating func pick(_ choices: [String]) -> [UInt8] {
        choices.randomElement(using: &generator).map { Array($0.utf8) } ?? []
    }

    private mutating func pick(_ choices: [[UInt8]]) -> [UInt8] {
        choices.randomElement(using: &generator) ?? []
    }

    private static let tagEnds = [">", ">", ">", ">", "/>", " >", "\n/>"]
    private static let attributes = [
        "src=a.png", "src='b c.png'", "alt", "ALT=\"\"", "alt=x alt=y", "=", "=x", "\"", "a\"b='", "'", "<img",
        "x=\">\"", "x='<img>'",
        "type=hidden", "encoding=text/html", "href=\"?a&amp;b\"", "lang=de", "\0x=\0", "é=ü", "color", "a==b",
    ]
    private static let texts = [
        "text", " ", "\r\n", "&amp;", "&#0;", "\0", "<", "</", "< img>", "é", "]]>", "-->", "犬",
    ]
    private static let brokenBytes: [[UInt8]] = [[0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x90], [0x80]]
    private static let declarations = [
        "<!-- <img> -->", "<!-->", "<!--->", "<!--a--!>", "<!x>", "<?x>", "</ x>", "</>", "<!doctype html>",
        "<![CDATA[<img>]]>", "<!---!>", "<script><!--<script></script>", "<script>", "</script>", "<!--",
    ]
}
