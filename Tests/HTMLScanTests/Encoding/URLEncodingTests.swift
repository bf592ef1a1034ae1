// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Encoding of queries")
struct URLEncodingTests {
    @Test(
        "A query is in the bytes of the standard's encoder, with a reference for what it lacks",
        arguments: [
            (.utf8, "é犬", [0xC3, 0xA9, 0xE7, 0x8A, 0xAC]), (.utf16LE, "é", [0xC3, 0xA9]),
            (.utf16BE, "é", [0xC3, 0xA9]),
            (.replacement, "é", [0xC3, 0xA9]), (.windows1252, "€\u{81}", [0x80, 0x81]),
            (.koi8R, "а\u{1B}", [0xC1, 0x1B]),
            (.userDefined, "\u{F780}a", [0x80, 0x61]), (.macCyrillic, "€", [0xFF]),
            (.shiftJIS, "表¥‾−ｲ", [0x95, 0x5C, 0x5C, 0x7E, 0x81, 0x7C, 0xB2]),
            (.eucJP, "犬¥‾−ｲ", [0xB8, 0xA4, 0x5C, 0x7E, 0xA1, 0xDD, 0x8E, 0xB2]),
            (.eucKR, "개", [0xB0, 0xB3]), (.big5, "十", [0xA4, 0x51]), (.gbk, "€", [0x80]),
            (.gb18030, "€😀\u{E78D}\u{E7C7}", [0xA2, 0xE3, 0x94, 0x39, 0xFC, 0x36, 0xA6, 0xD9, 0x81, 0x35, 0xF4, 0x37]),
            (.gbk, "\u{E864}", [0xFE, 0xA0]),
        ] as [(PageEncoding, String, [UInt8])]
    )
    func bytes(encoding: PageEncoding, query: String, expected: [UInt8]) {
        #expect(encoding.queryBytes(of: query) == expected)
    }

    @Test(
        "A reference is percent-encoded already",
        arguments: [
            (.windows1252, "a犬b", "a%26%2329356%3Bb"), (.shiftJIS, "é", "%26%23233%3B"), (.gbk, "😀", "%26%23128512%3B"),
            (.gb18030, "\u{E5E5}", "%26%2358853%3B"), (.koi8R, "\u{FFFD}", "%26%2365533%3B"),
            (.big5, "\u{43F0}", "%26%2317392%3B"), (.eucJP, "丂", "%26%2319970%3B"),
        ] as [(PageEncoding, String, String)]
    )
    func references(encoding: PageEncoding, query: String, expected: String) {
        #expect(encoding.queryBytes(of: query) == Array(expected.utf8))
    }

    @Test(
        "ISO-2022-JP goes through its states, and back",
        arguments: [
            ("a犬b", "a\u{1B}$B8$\u{1B}(Bb"), ("犬", "\u{1B}$B8$\u{1B}(B"), ("¥a\\", "\u{1B}(J\\a\u{1B}(B\\"),
            ("犬¥‾~", "\u{1B}$B8$\u{1B}(J\\~\u{1B}(B~"), ("ｲ−", "\u{1B}$B%$!]\u{1B}(B"),
            ("犬é犬", "\u{1B}$B8$\u{1B}(B%26%23233%3B\u{1B}$B8$\u{1B}(B"), ("¥é", "\u{1B}(J\\%26%23233%3B\u{1B}(B"),
            ("犬\u{1B}", "\u{1B}$B8$\u{1B}(B%26%2365533%3B"), ("\u{0E}", "%26%2365533%3B"),
        ]
    )
    func iso2022JP(query: String, expected: String) {
        #expect(PageEncoding.iso2022JP.queryBytes(of: query) == Array(expected.utf8))
    }
}
