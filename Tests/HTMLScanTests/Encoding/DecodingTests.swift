// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Decoding")
struct DecodingTests {
    @Test(
        "Each kind of encoding decodes its characters",
        arguments: [
            (.utf8, [0xE7, 0x8A, 0xAC], "犬"),
            (.windows1252, [0x80, 0x93, 0x81, 0xE9], "€“\u{81}é"),
            (.isoLatin9, [0xA4], "€"),
            (.isoGreek, [0xC1, 0xD2], "Α\u{FFFD}"),
            (.koi8U, [0xAE, 0xC1], "ўа"),
            (.windows1255, [0xCA], "\u{5BA}"),
            (.windows874, [0x81, 0xA1, 0xDB], "\u{81}ก\u{FFFD}"),
            (.macCyrillic, [0xFF], "€"),
            (.userDefined, [0x41, 0x80, 0xFF], "A\u{F780}\u{F7FF}"),
            (.shiftJIS, [0x8C, 0xA2, 0xB2, 0x5C, 0x7E, 0x87, 0x40, 0xF0, 0x40, 0xFA, 0x40], "犬ｲ\\~①\u{E000}ⅰ"),
            (.eucJP, [0xB8, 0xA4, 0x8E, 0xB2, 0x8F, 0xB0, 0xA1], "犬ｲ丂"),
            (
                .iso2022JP,
                [0x1B, 0x24, 0x42, 0x38, 0x24, 0x1B, 0x28, 0x4A, 0x5C, 0x7E, 0x1B, 0x28, 0x42, 0x5C], "犬¥‾\\"
            ),
            (.iso2022JP, [0x1B, 0x28, 0x49, 0x32], "ｲ"),
            (.eucKR, [0xB0, 0xB3, 0x81, 0x41], "개갂"),
            (.gbk, [0xC8, 0xAE, 0x80], "犬€"),
            (
                .gb18030,
                [0xA8, 0xBC, 0x81, 0x30, 0x81, 0x30, 0x81, 0x35, 0xF4, 0x37, 0xA3, 0xA0],
                "\u{1E3F}\u{80}\u{E7C7}\u{3000}"
            ),
            (.gb18030, [0x94, 0x39, 0xFC, 0x36, 0xA6, 0xD9], "😀\u{FE10}"),
            (.big5, [0xA4, 0x40, 0x88, 0x62, 0xA1, 0xFE, 0x87, 0x40], "一\u{CA}\u{304}／䏰"),
            (.utf16LE, [0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "A😀"),
            (.utf16BE, [0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00], "A😀"),
            (.replacement, [0x41, 0x42], "\u{FFFD}"),
            (.replacement, [], ""),
        ] as [(PageEncoding, [UInt8], String)]
    )
    func characters(encoding: PageEncoding, bytes: [UInt8], text: String) {
        #expect(scalars(encoding.decode(bytes)) == scalars(text))
    }

    @Test(
        "Malformed input becomes U+FFFD, and swallows no ASCII character that it cannot own",
        arguments: [
            (.utf8, [0xE2, 0x82, 0x41], "\u{FFFD}A"),
            (.utf8, [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            (.utf8, [0xF0, 0x80, 0x80, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}A"),
            (.shiftJIS, [0x81, 0x22], "\u{FFFD}\""),
            (.shiftJIS, [0x81, 0xFF, 0x41, 0xA0], "\u{FFFD}A\u{FFFD}"),
            (.shiftJIS, [0x85, 0x5C, 0x81], "\u{FFFD}\\\u{FFFD}"),
            (.eucJP, [0x8E, 0x3E, 0x8F, 0xA1, 0x3E, 0xB8], "\u{FFFD}>\u{FFFD}>\u{FFFD}"),
            (.eucKR, [0xC9, 0x5B, 0xFF], "\u{FFFD}[\u{FFFD}"),
            (.gbk, [0x81, 0x22, 0x81, 0x7F, 0xFF], "\u{FFFD}\"\u{FFFD}\u{7F}\u{FFFD}"),
            (.gb18030, [0x81, 0x30, 0x22, 0x81, 0x30, 0x81, 0x22], "\u{FFFD}0\"\u{FFFD}0\u{FFFD}\""),
            (.gb18030, [0x84, 0x31, 0xA5, 0x30], "\u{FFFD}"),
            (.gb18030, [0x81, 0x30, 0x81], "\u{FFFD}"),
            (.big5, [0x81, 0x40, 0xFF], "\u{FFFD}@\u{FFFD}"),
            (.iso2022JP, [0x1B, 0x24, 0x42, 0x38, 0x0A, 0x38, 0x1B, 0x28, 0x42, 0x41], "\u{FFFD}\u{FFFD}A"),
            (
                .iso2022JP,
                [0x1B, 0x28, 0x42, 0x1B, 0x28, 0x42, 0x1B, 0x28, 0x3C, 0x0E, 0xA4],
                "\u{FFFD}\u{FFFD}(<\u{FFFD}\u{FFFD}"
            ),
            (.utf16LE, [0x3D, 0xD8, 0x41, 0x00, 0x00, 0xDE, 0x41], "\u{FFFD}A\u{FFFD}\u{FFFD}"),
            (.utf16BE, [0xD8, 0x3D, 0xDE], "\u{FFFD}"),
        ] as [(PageEncoding, [UInt8], String)]
    )
    func malformed(encoding: PageEncoding, bytes: [UInt8], text: String) {
        #expect(scalars(encoding.decode(bytes)) == scalars(text))
    }

    @Test("ASCII is itself in every encoding that is compatible with it", arguments: PageEncoding.allCases)
    func ascii(encoding: PageEncoding) {
        guard encoding.isASCIICompatible else { return }
        let bytes = Array<UInt8>(0..<0x80)
        #expect(encoding.decode(bytes) == String(decoding: bytes, as: UTF8.self))
        #expect(encoding.decode(bytes[0x41..<0x44]) == "ABC")
    }

    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
