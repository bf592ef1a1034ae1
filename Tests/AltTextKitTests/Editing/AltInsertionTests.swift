// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("The attribute that is inserted")
struct AltInsertionTests {
    @Test(
        "a text becomes one escaped attribute on one line",
        arguments: [
            ("A dog", " alt=\"A dog\""),
            ("Tom & \"Jerry\" <b>'s", " alt=\"Tom &amp; &quot;Jerry&quot; &lt;b&gt;'s\""),
            ("&amp;", " alt=\"&amp;amp;\""),
            ("two\r\nlines\tand\u{0}more\u{85}x\u{2028}y\u{2029}z", " alt=\"two lines and more x y z\""),
            ("  many   spaces \n", " alt=\"many spaces\""),
            ("\u{202E}evil\u{2066}\u{2069}\u{200F}\u{61C}", " alt=\"evil\""),
            ("x\u{FEFF}y" + String(decoding: [0xEF, 0xBF, 0xBE], as: UTF8.self) + "z", " alt=\"xyz\""),
            ("« 3\u{A0}€ »\u{3000}円", " alt=\"« 3\u{A0}€ »\u{3000}円\""),
            ("👩‍👩‍👧 e\u{301}", " alt=\"👩‍👩‍👧 e\u{301}\""),
            ("\u{1B}[31mred", " alt=\"[31mred\""),
        ]
    )
    func markup(text: String, expected: String) throws {
        let markup = try #require(AltInsertion(text: text)).markup
        #expect(Array(markup.utf8) == Array(expected.utf8))
    }

    @Test(
        "a text without anything to see is not taken for decoration",
        arguments: ["", " ", "\n\t", "\u{200B}", "\u{A0}", "\u{202E}", "\u{FEFF}", "\u{3164}"]
    )
    func blank(text: String) {
        #expect(AltInsertion(text: text) == nil)
    }

    @Test("decoration is an empty alt")
    func decorative() {
        #expect(AltInsertion.decorative.markup == " alt=\"\"")
    }

    @Test("the language stands beside the alt, as an escaped attribute of its own")
    func language() {
        #expect(AltInsertion(text: "Ein Hund", language: "de")?.markup == " alt=\"Ein Hund\" lang=\"de\"")
        #expect(
            AltInsertion(text: "x", language: "\" onload=\"y")?.markup == " alt=\"x\" lang=\"&quot; onload=&quot;y\""
        )
    }

    @Test("the bytes are those of the page's encoding")
    func encoding() throws {
        let insertion = try #require(AltInsertion(text: "é"))
        let edit = insertion.edit(at: 4) { $0.unicodeScalars.map { UInt8($0.value) } }
        #expect(edit == PageEdit(byteOffset: 4, insertion: Array(" alt=\"".utf8) + [0xE9, 0x22]))
    }
}
