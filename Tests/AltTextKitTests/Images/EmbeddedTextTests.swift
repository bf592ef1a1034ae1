// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct EmbeddedTextTests {
    @Test("Of every file exactly the texts are read that exiftool reads", arguments: ImageFixtures.names)
    func agreement(name: String) throws {
        let embedded = try ImageFile.inspect(ImageFixtures.bytes(name)).embedded
        let alternatives = try ImageFixtures.expected("AltTextAccessibility", in: name)
        #expect(embedded.alternatives == alternatives)
        #expect(try embedded.extendedDescriptions == ImageFixtures.expected("ExtDescrAccessibility", in: name))
        #expect(embedded.origin == (alternatives.isEmpty ? nil : .xmp))
    }

    @Test("The texts of the fixtures are known to be there")
    func fixtures() throws {
        for name in ImageFixtures.names where ["kite", "magick", "compressed", "utf16"].contains(where: name.hasPrefix)
        {
            let texts = try ImageFixtures.expected("AltTextAccessibility", in: name).map(\.text)
            #expect(texts == ["A red kite over a field.", "Ein roter Drachen über einem Feld."])
        }
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
            ("<i:AltTextAccessibility rdf:value='A' i:note='no'/>", "", nil, "A"),
            (
                """
                <i:AltTextAccessibility><rdf:Description><rdf:value>A</rdf:value><i:note>no</i:note></rdf:Description>
                </i:AltTextAccessibility>
                """,
                "", nil, "A"
            ),
            (
                """
                <i:AltTextAccessibility><rdf:Alt><rdf:li rdf:parseType='Resource' xml:lang='nl'><rdf:value>A</rdf:value>
                <i:note>no</i:note></rdf:li></rdf:Alt></i:AltTextAccessibility>
                """,
                "", "nl", "A"
            ),
            (
                "<o:AltTextAccessibility xmlns:o='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'>A</o:AltTextAccessibility>",
                "", nil, "A"
            ),
            ("", "i:AltTextAccessibility='A' xml:lang='fr'", "fr", "A"),
            (
                "<i:AltTextAccessibility><rdf:Alt><rdf:li>A</rdf:li></rdf:Alt></i:AltTextAccessibility>",
                "xml:lang='fr'", "fr", "A"
            ),
            (
                """
                </rdf:Description><rdf:Description xmlns:o='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
                 o:AltTextAccessibility='A'>
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
            "<i:AltTextAccessibility>OLYMPUS DIGITAL CAMERA         </i:AltTextAccessibility>",
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

    @Test(
        "A packet in UTF-16 or UTF-32 is read, with a byte order mark in front or only inside",
        arguments: [(2, true), (2, false), (4, true), (4, false)]
    )
    func wide(width: Int, isBigEndian: Bool) {
        let packet = ImageFixtures.packet("<i:AltTextAccessibility>Kite – 🪁</i:AltTextAccessibility>")
        for text in [packet, "\u{FEFF}" + packet] {
            let units = width == 2 ? text.utf16.map(Int.init) : text.unicodeScalars.map { Int($0.value) }
            let bytes = units.flatMap { unit in
                let bytes = ImageFixtures.big(unit, width)
                return isBigEndian ? bytes : bytes.reversed()
            }
            var file = Array("RIFF\0\0\0\0WEBPXMP ".utf8)
            file += ImageFixtures.big(bytes.count, 4).reversed()
            #expect(ImageFile.inspect(file + bytes).embedded.text(for: nil)?.text == "Kite – 🪁")
        }
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
