// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

/// Offsets on pages that are longer than any buffer of a parser, in every kind of encoding.
@Suite("Byte offsets")
struct OffsetTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let encoding: PageEncoding
        /// What is repeated; it has characters of the encoding whose bytes look like markup, where there are such.
        let text: String
        var start: [UInt8] = []

        var testDescription: String { "\(encoding.name) \(text)" }
    }

    static let cases: [Case] = [
        Case(encoding: .utf8, text: "犬 é 😀 "),
        Case(encoding: .utf8, text: "犬 é 😀 ", start: [0xEF, 0xBB, 0xBF]),
        Case(encoding: .utf16LE, text: "犬 é 😀 ㄼ ", start: [0xFF, 0xFE]),
        Case(encoding: .utf16BE, text: "犬 é 😀 㰼 ", start: [0xFE, 0xFF]),
        Case(encoding: .windows1252, text: "“é” "),
        Case(encoding: .shiftJIS, text: "ソ表能 ｲ "),
        Case(encoding: .iso2022JP, text: "漱石 ソ "),
        Case(encoding: .eucJP, text: "犬 丂 "),
        Case(encoding: .eucKR, text: "개 갂 "),
        Case(encoding: .big5, text: "功許蓋 "),
        Case(encoding: .gbk, text: "犬 俓 "),
        Case(encoding: .gb18030, text: "犬 😀 "),
    ]

    @Test("are those of the file, in every encoding", arguments: cases)
    func encodings(_ example: Case) throws {
        let encode = { example.encoding.encode($0) }
        let meta = example.start.isEmpty ? "<meta charset=\(example.encoding.name)>" : ""
        let element = "<p title=\"\(example.text)\">\(example.text)\n§<img src=\"\(example.text).png\" id=x>\r\n"
        let rest = MarkedPage(meta + String(repeating: element, count: 1_500), encoded: encode)
        let file = example.start + rest.bytes
        #expect(file.count > 70_000)

        let page = try ImageScanner().scan(file)
        #expect(page.encoding == example.encoding)
        #expect(page.images.map(\.tag.lowerBound) == rest.offsets.map { $0 + example.start.count })
        #expect(page.images.allSatisfy { file[$0.tag].starts(with: encode("<img")) })
        #expect(page.images.allSatisfy { file[$0.tag].suffix(encode(">").count).elementsEqual(encode(">")) })
        #expect(page.images.allSatisfy { $0.insertionOffset == $0.tag.lowerBound + encode("<img").count })
        #expect(page.images.allSatisfy { $0["src"] == example.text + ".png" && $0["alt"] == nil && $0["id"] == "x" })
    }

    @Test("are those of the file where its bytes are in no encoding")
    func invalidBytes() throws {
        let source = Array("<img src=\"".utf8) + [0x80, 0xE2, 0x28] + Array("\">\n".utf8)
        let element: [UInt8] = [0xC3, 0x28, 0xFF, 0x00] + source
        let file = Array(repeatElement(element, count: 5_000).joined())
        let page = try ImageScanner().scan(file)
        #expect(page.encoding == .windows1252)
        #expect(page.images.map(\.tag.lowerBound) == (0..<5_000).map { $0 * element.count + 4 })
        #expect(page.images.allSatisfy { $0["src"] == "€â(" })
    }
}
