// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct EmbeddedTextTests {
    private static let english = LanguageText(language: nil, text: "A red kite over a field.")
    private static let german = LanguageText(language: "de", text: "Ein roter Drachen über einem Feld.")

    @Test(
        "Every format that keeps XMP gives its text alternatives, and nothing else",
        arguments: ["kite.avif", "kite.gif", "kite.jpg", "kite.png", "kite.tif", "kite.webp"]
    )
    func formats(name: String) throws {
        let embedded = try ImageFile.inspect(ImageFixtures.bytes(name)).embedded
        #expect(embedded.origin == .xmp)
        #expect(embedded.alternatives == [Self.english, Self.german])
        #expect(
            embedded.extendedDescription(for: "en")?.text
                == "A red kite with a long tail, high over a field of stubble & straw."
        )
    }

    @Test(
        "A file without such text has none",
        arguments: ["plain.jpg", "plain.png", "plain.gif", "lossless.webp", "plain.bmp"]
    )
    func noText(name: String) throws {
        #expect(try ImageFile.inspect(ImageFixtures.bytes(name)).embedded == .none)
    }

    @Test("A compressed PNG packet is left alone")
    func compressed() throws {
        let inspection = try ImageFile.inspect(ImageFixtures.bytes("compressed.png"))
        #expect(inspection.header?.width == 12)
        #expect(inspection.embedded == .none)
    }

    @Test(
        "The property is understood in each of its spellings",
        arguments: [
            ("<i:AltTextAccessibility> A &amp; B\n</i:AltTextAccessibility>", "", nil, "A & B"),
            ("<i:AltTextAccessibility xml:lang='fr'>A</i:AltTextAccessibility>", "", "fr", "A"),
            ("", "i:AltTextAccessibility='A &amp;amp; &lt;B&gt; &#38;#38; &#xE9;'", nil, "A &amp; <B> &#38; é"),
            (
                """
                <i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en-GB'><![CDATA[<A>]]> B</rdf:li></rdf:Alt>
                </i:AltTextAccessibility>
                """,
                "", "en-GB", "<A> B"
            ),
            (
                """
                <i:AltTextAccessibility>
                <rdf:Alt>
                <rdf:li xml:lang='X-Default'>A</rdf:li>
                </rdf:Alt></i:AltTextAccessibility>
                """,
                "", nil, "A"
            ),
            (
                """
                <i:AltTextAccessibility rdf:parseType='Resource'><rdf:value>A</rdf:value><i:note>no</i:note>
                </i:AltTextAccessibility>
                """,
                "", nil, "A"
            ),
        ] as [(String, String, String?, String)]
    )
    func spellings(properties: String, attributes: String, language: String?, text: String) {
        let bytes = ImageFixtures.jpeg(packet: ImageFixtures.packet(properties, attributes: attributes))
        let inspection = ImageFile.inspect(bytes)
        #expect(inspection.header == ImageHeader(format: .jpeg, size: (3, 2)))
        #expect(inspection.embedded.alternatives == [LanguageText(language: language, text: text)])
    }

    @Test(
        "What is blank, or not about the image itself, does not count",
        arguments: [
            "<i:AltTextAccessibility> \n </i:AltTextAccessibility>",
            "<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en'/></rdf:Alt></i:AltTextAccessibility>",
            "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>A</rdf:li></rdf:Alt></dc:description>",
            "<dc:AltTextAccessibility>A</dc:AltTextAccessibility>",
            "<dc:r><rdf:Description><i:AltTextAccessibility>A</i:AltTextAccessibility></rdf:Description></dc:r>",
            "<dc:region><rdf:Description i:AltTextAccessibility='A'/></dc:region>",
        ]
    )
    func others(properties: String) {
        #expect(ImageFile.inspect(ImageFixtures.jpeg(packet: ImageFixtures.packet(properties))).embedded == .none)
    }

    @Test("A packet that is cut off keeps the texts in front of the cut, and no half of one")
    func cutOff() {
        let whole = ImageFixtures.packet(
            "<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en'>A</rdf:li><rdf:li xml:lang='de'>Bee</rdf:li>"
        )
        let cut = String(whole.prefix(upTo: whole.firstRange(of: "e</rdf:li>")?.lowerBound ?? whole.endIndex))
        let embedded = ImageFile.inspect(ImageFixtures.jpeg(packet: cut)).embedded
        #expect(embedded.alternatives == [LanguageText(language: "en", text: "A")])
    }

    @Test("A packet in several JPEG segments is put together, in whatever order they come")
    func extended() {
        #expect(ImageFile.inspect(Self.extended()).embedded.text(for: nil)?.text == "Far away")
    }

    @Test(
        "A continuation with a gap, an overlap, a false length or another GUID is left out",
        arguments: [
            (1, nil, "A"), (-1, nil, "A"), (0, 1 << 30, "A"), (0, 10, "A"), (0, nil, "B"),
        ] as [(Int, Int?, Character)]
    )
    func falseExtended(shift: Int, claimed: Int?, letter: Character) {
        let bytes = Self.extended(shift: shift, claimed: claimed, letter: letter)
        #expect(ImageFile.inspect(bytes).embedded == .none)
    }

    private static func extended(shift: Int = 0, claimed: Int? = nil, letter: Character = "A") -> [UInt8] {
        let name = String(repeating: "A", count: 32)
        let main = ImageFixtures.packet("", attributes: "note:HasExtendedXMP='\(name)'")
        let more = Array(ImageFixtures.packet("<i:AltTextAccessibility>Far away</i:AltTextAccessibility>").utf8)
        func portion(_ range: Range<Int>, at offset: Int) -> [UInt8] {
            var segment = Array("http://ns.adobe.com/xmp/extension/\0\(String(repeating: letter, count: 32))".utf8)
            segment += ImageFixtures.big(claimed ?? more.count, 4)
            segment += ImageFixtures.big(offset, 4)
            return segment + more[range]
        }
        return ImageFixtures.jpeg([
            portion(50..<more.count, at: 50 + shift), Array("http://ns.adobe.com/xap/1.0/\0\(main)".utf8),
            portion(0..<50, at: 0),
        ])
    }
}
