// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Pages in ISO-2022-JP")
struct ISO2022JPTests {
    private static let ascii: [UInt8] = [0x1B, 0x28, 0x42]
    private static let roman: [UInt8] = [0x1B, 0x28, 0x4A]
    private static let kanji: [UInt8] = [0x1B, 0x24, 0x42]
    private static let meta = Array("<meta charset=iso-2022-jp>".utf8)

    @Test(
        "have the markup that is left when the escape sequences are gone",
        arguments: [
            (Array("<im".utf8) + ascii + Array("g src=a.png>".utf8), "a.png"),
            (Array("<img src=a".utf8) + roman + Array(".png>".utf8), "a.png"),
            (roman + Array("<img src='a\\~.png'>".utf8), "a¥‾.png"),
            (Array("<img alt='".utf8) + kanji + Array("$\"'>".utf8) + ascii + Array("' src=x>".utf8), "x"),
            (Array("<table>".utf8) + ascii + Array("  <tr><td><img src=x>".utf8), "x"),
            (Array("<p ".utf8) + kanji + Array("><img src=y>".utf8) + ascii + Array("><img src=x>".utf8), "x"),
        ] as [([UInt8], String)]
    )
    func markup(bytes: [UInt8], source: String) throws {
        let page = try ImageScanner().scan(Self.meta + bytes)
        #expect(page.encoding == .iso2022JP)
        #expect(page.images.map { $0["src"] } == [source])
    }

    @Test("are edited at the place of the bytes in the file")
    func offsets() throws {
        let text = Self.kanji + [0x38, 0x24] + Self.ascii
        let file =
            Self.meta + text + Array("<img>".utf8) + text + Array("<im".utf8) + Self.ascii + Array("g >".utf8) + text
        let page = try ImageScanner().scan(file)
        #expect(page.images.map { Array(file[$0.tag].prefix(3)) } == [Array("<im".utf8), Array("<im".utf8)])
        #expect(page.images.map { file[$0.tag.upperBound - 1] } == [0x3E, 0x3E])
        #expect(page.images.map { file[$0.insertionOffset] } == [0x3E, 0x20])
        #expect(page.images.map(\.position.column) == [28, 34])
    }
}
