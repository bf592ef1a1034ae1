// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct SVGDocumentTests {
    private static func embedded(_ content: String, root: String = "") -> EmbeddedText {
        ImageFile.inspect(Array("<svg xmlns='http://www.w3.org/2000/svg' \(root)>\(content)</svg>".utf8)).embedded
    }

    @Test("The root's own title and description are its texts, white space collapsed")
    func titleAndDescription() {
        let embedded = Self.embedded(
            "<title>\n  A <tspan>red</tspan>\n kite\n</title><desc>Over a field</desc><g><title>Tail</title></g>",
            root: "xml:lang='en'"
        )
        #expect(embedded.origin == .svgTitle)
        #expect(embedded.alternatives == [LanguageText(language: "en", text: "A red kite")])
        #expect(embedded.extendedDescriptions == [LanguageText(language: "en", text: "Over a field")])
    }

    @Test("Titles in several languages are kept apart")
    func languages() {
        let embedded = Self.embedded(
            "<title>Kite</title><title lang='de'>Drachen</title><title xml:lang='de'>Later</title><title>Later</title>"
        )
        #expect(embedded.text(for: "de-CH")?.text == "Drachen")
        #expect(embedded.text(for: "en") == LanguageText(language: nil, text: "Kite"))
    }

    @Test(
        "A title that is no text of an author's does not count",
        arguments: [
            "<title/>", "<title> </title>", "<g><title>A</title></g>", "<symbol><title>A</title></symbol>",
            "<title xmlns='http://www.w3.org/1999/xhtml'>A</title>", "<title>Layer 1</title>",
            "<title>Created with Sketch.</title>",
        ]
    )
    func noTitle(content: String) {
        #expect(Self.embedded(content) == .none)
    }

    @Test("An SVG without the SVG namespace is drawn by no browser, and has no text")
    func noNamespace() {
        #expect(ImageFile.inspect(Array("<svg><title>A</title></svg>".utf8)).embedded == .none)
    }

    @Test("Metadata inside of the document comes before its title")
    func metadata() {
        let packet = ImageFixtures.packet("<i:AltTextAccessibility>Kite</i:AltTextAccessibility>")
        let embedded = Self.embedded("<title>A title</title><desc>Long</desc><metadata>\(packet)</metadata>")
        #expect(embedded.origin == .xmp)
        #expect(embedded.alternatives.map(\.text) == ["Kite"])
        #expect(embedded.extendedDescriptions.map(\.text) == ["Long"])
    }

    @Test("The language of the document is that of its metadata, unless they declare one")
    func languageOfMetadata() {
        let packet = ImageFixtures.packet("<i:AltTextAccessibility>Kite</i:AltTextAccessibility>")
        let embedded = Self.embedded("<metadata>\(packet)</metadata>", root: "xml:lang='en'")
        #expect(embedded.alternatives == [LanguageText(language: "en", text: "Kite")])
    }

    @Test(
        "The encoding that the document declares is read, unless the document is in UTF-8 all the same",
        arguments: [
            ("windows-1251", [0xC7, 0xEC, 0xE5, 0xE9], "Змей"), ("Shift_JIS", [0x91, 0xFA], "凧"),
            ("windows-1252", [0x93, 0x41, 0x94], "“A”"), ("windows-1251", Array("Змей".utf8), "Змей"),
            ("utf-16", Array("Kite".utf8), "Kite"), ("no-such-thing", Array("Kite".utf8), "Kite"),
        ] as [(String, [UInt8], String)]
    )
    func declaredEncoding(label: String, title: [UInt8], text: String) {
        let bytes =
            Array("<?xml version='1.0' encoding='\(label)'?><svg xmlns='http://www.w3.org/2000/svg'><title>".utf8)
            + title + Array("</title></svg>".utf8)
        #expect(ImageFile.inspect(bytes).embedded.text(for: nil)?.text == text)
    }

    @Test("UTF-16 and ISO-8859-1 are read, and a document type without declarations is allowed")
    func encodings() {
        let text = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg"><title>Café &amp; bar</title></svg>
            """
        let latin1 = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let utf16 = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let marked = Array("\u{FEFF}\n\(text)".utf8)
        for bytes in [Array(text.utf8), marked, latin1, [0xFE, 0xFF] + utf16] {
            #expect(ImageFile.inspect(bytes).embedded.text(for: nil)?.text == "Café & bar")
        }
    }
}
