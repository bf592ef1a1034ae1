// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Lines and columns")
struct PositionTests {
    @Test(
        "count from 1, columns in Unicode scalars",
        arguments: [
            ("<img>", 1, 1), (" <img>", 1, 2), ("\n<img>", 2, 1), ("\r\n <img>", 2, 2), ("\r<img>", 2, 1),
            ("\r\r\n\n<img>", 4, 1),
            ("é<img>", 1, 2), ("😀<img>", 1, 2), ("e\u{301}<img>", 1, 3), ("👩‍👩‍👧<img>", 1, 6), ("\u{FEFF}<img>", 1, 1),
            ("\u{FEFF}犬\n犬<img>", 2, 2), ("\t<img>", 1, 2), ("a\u{C}b\u{2028}<img>", 1, 5),
            ("<p title='\n\n'><img>", 3, 3),
        ]
    )
    func positions(page: String, line: Int, column: Int) throws {
        let image = try #require(try ImageScanner().scan(Array(page.utf8)).images.first)
        #expect(image.position == .init(line: line, column: column))
    }

    @Test(
        "are the same in other encodings",
        arguments: [PageEncoding.utf16LE, .utf16BE, .shiftJIS, .iso2022JP, .eucKR]
    )
    func encodings(encoding: PageEncoding) throws {
        let mark: [UInt8] = encoding == .utf16LE ? [0xFF, 0xFE] : encoding == .utf16BE ? [0xFE, 0xFF] : []
        let meta = mark.isEmpty ? "<meta charset=\(encoding.name)>" : ""
        let page = mark + encoding.encode("\(meta)一\r\n一二<img>\r一<img>\n<img>一一<img>")
        let positions = try ImageScanner().scan(page).images.map { [$0.position.line, $0.position.column] }
        #expect(positions == [[2, 3], [3, 2], [4, 1], [4, 8]])
    }

    @Test(
        "count broken characters as a browser shows them",
        arguments: [
            // A line feed among characters of two bytes is none, and ends none.
            (PageEncoding.iso2022JP, [0x1B, 0x24, 0x42, 0x0A, 0x0A, 0x1B, 0x28, 0x42], 3),
            // Four bytes of which the last is missing are three characters in front of a tag, and one at the page's end.
            (.gb18030, [0x81, 0x30, 0x81], 4),
            (.gb18030, [0x81], 2),
            (.shiftJIS, [0x81, 0x20], 3),
            (.utf8, [0xF0, 0x90, 0x80], 2),
        ] as [(PageEncoding, [UInt8], Int)]
    )
    func brokenCharacters(encoding: PageEncoding, bytes: [UInt8], column: Int) throws {
        let page = Array("<meta charset=\(encoding.name)>\n".utf8) + bytes + Array("<img>".utf8)
        let image = try #require(try ImageScanner().scan(page).images.first)
        #expect(image.position == .init(line: 2, column: column))
    }

    @Test("of images that a browser moves are those of their tags")
    func movedImages() throws {
        let page = try ImageScanner().scan(Array("<table>\n<tr><td>\n<img id=a></td>\n<img id=b></tr></table>".utf8))
        #expect(page.images.map { $0["id"] } == ["b", "a"])
        #expect(page.images.map(\.position.line) == [4, 3])
    }
}
