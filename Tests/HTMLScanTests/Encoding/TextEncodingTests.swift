// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Encoding of inserted text")
struct TextEncodingTests {
    /// Text with letters, symbols, kanji, Hangul, emoji, combining marks and all that one encoding or another lacks.
    private static let text =
        "A dog & \\ ~ ¥‾é€ß“”犬日本語ｲ①ⅰ纊개갂ўа−～ก\u{5BA}😀\u{304}\u{E000}\u{E5E5}\u{E7C7}\u{1E3F}一十卅／\u{FFFD}\u{FEFF}"

    @Test("What was written is read again, and the text behind it as well", arguments: PageEncoding.allCases)
    func roundTrip(encoding: PageEncoding) {
        guard encoding != .replacement else { return }
        let bytes = encoding.encode(Self.text) + encoding.encode("\"><b>")
        let read = CharacterReferences.resolve(encoding.decode(bytes), in: .attribute)
        #expect(Array(read.unicodeScalars) == Array((Self.text + "\"><b>").unicodeScalars))
    }

    /// One encoding of each kind, so that large tables take seconds without optimisation.
    private static let kinds: [PageEncoding] = [
        .windows1252, .shiftJIS, .eucJP, .iso2022JP, .eucKR, .gbk, .gb18030, .big5,
    ]

    @Test("Every scalar of the Basic Multilingual Plane is read again as itself", arguments: kinds)
    func everyScalar(encoding: PageEncoding) {
        // C1 controls have no references; what HTML makes of NUL is another test's concern.
        let scalars = (UInt32(0x20)...0xFFFF).compactMap(Unicode.Scalar.init).filter {
            !(0x7F...0x9F).contains($0.value) && $0 != "&"
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let read = CharacterReferences.resolve(encoding.decode(encoding.encode(String(text))), in: .text)
        #expect(Array(read.unicodeScalars) == scalars)
    }

    @Test("No byte outside of UTF-16 is markup, in whatever encoding it is read", arguments: kinds)
    func noMarkup(encoding: PageEncoding) {
        let scalars = (UInt32(0x80)...0xFFFF).compactMap(Unicode.Scalar.init)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let bytes = Set(encoding.encode(String(text)))
        #expect(bytes.isDisjoint(with: "\"'<>".utf8))
    }

    @Test(
        "A character that the encoding lacks, or reads as another, becomes a decimal reference",
        arguments: [
            (.windows1252, "犬", "&#29356;"), (.windows1252, "\u{80}", "&#65533;"),
            (.shiftJIS, "¥‾−é", "&#165;&#8254;&#8722;&#233;"),
            (.eucJP, "¥−丂", "&#165;&#8722;&#19970;"), (.gbk, "😀", "&#128512;"),
            (.gb18030, "\u{E5E5}", "&#58853;"),
            (.iso2022JP, "¥\\~ｲ\u{E}", "&#165;&#92;&#126;&#65394;&#14;"), (.big5, "\u{43F0}", "&#17392;"),
            (.utf8, "\u{1B}(J", "&#27;(J"), (.koi8R, "\u{FFFD}", "&#65533;"),
        ] as [(PageEncoding, String, String)]
    )
    func references(encoding: PageEncoding, text: String, expected: String) {
        #expect(encoding.encode(text) == Array(expected.utf8))
    }

    @Test(
        "A character that the encoding has is written in its bytes",
        arguments: [
            (.utf8, "犬", [0xE7, 0x8A, 0xAC]), (.shiftJIS, "表", [0x95, 0x5C]), (.shiftJIS, "纊", [0xFA, 0x5C]),
            (.eucJP, "纊", [0xF9, 0xA1]), (.gbk, "€", [0x80]),
            (.gb18030, "€😀", [0xA2, 0xE3, 0x94, 0x39, 0xFC, 0x36]),
            (.big5, "十", [0xA4, 0x51]), (.eucKR, "개", [0xB0, 0xB3]),
            (.utf16LE, "A😀", [0x41, 0, 0x3D, 0xD8, 0, 0xDE]),
            (.utf16BE, "A😀", [0, 0x41, 0xD8, 0x3D, 0xDE, 0]), (.replacement, "é", [0xC3, 0xA9]),
            (.iso2022JP, "犬", [0x1B, 0x24, 0x42, 0x38, 0x24, 0x1B, 0x28, 0x42]),
        ] as [(PageEncoding, String, [UInt8])]
    )
    func bytes(encoding: PageEncoding, text: String, expected: [UInt8]) {
        #expect(encoding.encode(text) == expected)
    }

    @Test("In UTF-16, no byte of a character looks like a line feed", arguments: [PageEncoding.utf16LE, .utf16BE])
    func noLineFeed(encoding: PageEncoding) {
        let text = "Ċ ઊ ત 😊"
        let bytes = encoding.encode(text)
        #expect(!bytes.contains(UInt8(ascii: "\n")))
        #expect(CharacterReferences.resolve(encoding.decode(bytes), in: .attribute) == text)
    }

    @Test("In ISO-2022-JP, text between Roman letters is written without escape sequences")
    func roman() {
        let page: [UInt8] = [0x1B, 0x28, 0x4A, 0x3C, 0x69, 0x6D, 0x67, 0x3E, 0x5C]
        #expect(PageEncoding.iso2022JP.needsReferences(in: page))
        #expect(!PageEncoding.iso2022JP.needsReferences(in: Array("<img>".utf8)))
        #expect(!PageEncoding.shiftJIS.needsReferences(in: page))
        #expect(PageEncoding.iso2022JP.encode("犬 a", asReferences: true) == Array("&#29356; a".utf8))
    }
}
