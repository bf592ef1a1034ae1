// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("ASCII projection")
struct ASCIIProjectionTests {
    @Test(
        "Only bytes that a browser reads as ASCII are left",
        arguments: [
            (.utf8, [0x3C, 0xC3, 0xA9, 0x00, 0x7F], "<xxx\u{7F}"),
            (.windows1252, [0x41, 0x80, 0xFF, 0x01], "Axx\u{1}"),
            (.shiftJIS, [0x83, 0x5C, 0x22, 0x81, 0x22, 0xB2, 0x5C, 0x00], "xx\"x\"x\\x"),
            (.shiftJIS, [0x85, 0x5C, 0x41], "x\\A"),
            (.gbk, [0xBF, 0x5C, 0x27, 0x81, 0x27], "xx'x'"),
            (.gb18030, [0x81, 0x30, 0x81, 0x30, 0x30, 0x81, 0x30, 0x3E], "xxxx0x0>"),
            (.big5, [0xA4, 0x7C, 0x3E, 0x81, 0x40], "xx>x@"),
            (.eucKR, [0x81, 0x41, 0x41, 0xC9, 0x5B], "xxAx["),
            (.eucJP, [0x8F, 0xA1, 0x3E, 0xB8, 0xA4], "xx>xx"),
            (.iso2022JP, [0x3C, 0x3E], "xx"),
            (.utf16LE, [0x3C, 0x00], "xx"),
            (.replacement, [0x3C], "x"),
        ] as [(PageEncoding, [UInt8], String)]
    )
    func projection(encoding: PageEncoding, bytes: [UInt8], expected: String) {
        #expect(encoding.asciiProjection(of: bytes) == Array(expected.utf8))
    }

    @Test("The replacement can be another byte")
    func replacement() {
        #expect(PageEncoding.utf8.asciiProjection(of: [0x3C, 0xC3, 0xA9], replacement: 0xFF) == [0x3C, 0xFF, 0xFF])
    }

    @Test("What is left is the ASCII of the decoded page, in its order", arguments: PageEncoding.allCases)
    func agreesWithDecoder(encoding: PageEncoding) {
        guard encoding.isASCIICompatible else { return }
        // Every pair of a few bytes that matter and of lead bytes, so that each meets each.
        let interesting: [UInt8] = [
            0x1B, 0x24, 0x28, 0x42, 0x4A, 0x49, 0x3C, 0x3E, 0x22, 0x30, 0x41, 0x5C, 0x7E, 0x80, 0x81, 0x8E, 0x8F,
            0xA1, 0xC9, 0xFF,
        ]
        let bytes = interesting.flatMap { first in
            interesting.flatMap { second in interesting.flatMap { [first, second, $0] } }
        }
        let left = encoding.asciiProjection(of: bytes, replacement: 0xFF).filter { $0 < 0x80 }
        let decoded = encoding.decode(bytes).unicodeScalars.filter(\.isASCII).map { UInt8($0.value) }
        #expect(left == decoded)
    }
}
