// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("UTF-16 transcoding")
struct UTF16TranscodingTests {
    /// Long enough for several blocks, with characters of every length across their borders.
    private static let text = "\u{FEFF}" + String(repeating: "<img src=é> 犬 😀|", count: 100)

    @Test("The copy is the page in UTF-8, byte order mark included", arguments: [false, true])
    func copy(isBigEndian: Bool) {
        let encoding: PageEncoding = isBigEndian ? .utf16BE : .utf16LE
        let transcoding = UTF16Transcoding(of: encoding.encode(Self.text), isBigEndian: isBigEndian)
        #expect(transcoding.utf8 == Array(Self.text.utf8))
    }

    @Test("Each character of the copy is found again in the file", arguments: [false, true])
    func offsets(isBigEndian: Bool) {
        let encoding: PageEncoding = isBigEndian ? .utf16BE : .utf16LE
        let file = encoding.encode(Self.text)
        let transcoding = UTF16Transcoding(of: file, isBigEndian: isBigEndian)
        var (offset, fileOffset) = (0, 0)
        for scalar in Self.text.unicodeScalars {
            #expect(transcoding.fileOffset(ofUTF8: offset) == fileOffset)
            offset += String(scalar).utf8.count
            fileOffset += 2 * String(scalar).utf16.count
        }
        #expect(transcoding.fileOffset(ofUTF8: offset) == file.count)
    }

    @Test("Malformed units keep their places")
    func malformed() {
        // A lone trail surrogate, A, a lone lead surrogate, B, an odd byte.
        let transcoding = UTF16Transcoding(
            of: [0x00, 0xDE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0x00, 0x43],
            isBigEndian: false
        )
        #expect(transcoding.utf8 == Array("\u{FFFD}A\u{FFFD}B\u{FFFD}".utf8))
        #expect([0, 3, 4, 7, 8, 11].map(transcoding.fileOffset) == [0, 2, 4, 6, 8, 9])
    }

    @Test("An empty page has one position")
    func empty() {
        #expect(UTF16Transcoding(of: [], isBigEndian: false).fileOffset(ofUTF8: 0) == 0)
    }
}
