// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import HTMLScan
import PageTestSupport
import Testing

/// Captions are written by a machine that somebody else runs, and titles and metadata by whoever likes to.
@Suite("A hostile text")
struct HostileTextTests {
    /// How a page is stored that a text is to break out of.
    struct Page: CustomTestStringConvertible, Sendable {
        let label: String
        let start: [UInt8]
        /// What stands in front of each tag: the beginning of a longer character, or another state.
        var inFront: [UInt8] = []

        var testDescription: String { inFront.isEmpty ? label : "\(label) behind \(inFront)" }

        /// Every encoding that a page can be in, as declared; some that look alike; and what browsers read otherwise.
        static let all: [Page] =
            PageEncoding.allCases.filter { ![.replacement, .utf16LE, .utf16BE].contains($0) }.map { declared($0.name) }
            + [
                Page(label: "UTF-16LE", start: [0xFF, 0xFE]), Page(label: "UTF-16BE", start: [0xFE, 0xFF]),
                Page(label: "UTF-8 with byte order mark", start: [0xEF, 0xBB, 0xBF]),
                Page(label: "undeclared UTF-8", start: Array("é".utf8)), Page(label: "undeclared ASCII", start: []),
                Page(label: "undeclared windows-1252", start: [0xE9]), declared("utf-7"),
                Page(label: "UTF-8 declared as UTF-16", start: Array("<meta charset=utf-16>é".utf8)),
            ]
            + ["Shift_JIS", "GBK", "gb18030", "Big5", "EUC-JP", "EUC-KR"].flatMap { label in
                [[0x81], [0x83], [0xFE], [0x8F, 0xA1], [0x81, 0x30, 0x81]].map { declared(label, inFront: $0) }
            }
            + [
                [0x1B, 0x28, 0x4A], [0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42],
                [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42],
            ]
            .map { declared("ISO-2022-JP", inFront: $0) }

        private static func declared(_ label: String, inFront: [UInt8] = []) -> Page {
            Page(label: label, start: Array("<meta charset=\(label)>".utf8), inFront: inFront)
        }
    }

    /// What has led out of an attribute somewhere, once.
    private static let classics = [
        #"" onload="alert(1)"#, "' onload='alert(1)", #""><script>alert(1)</script>"#, "--><b>", "]]><b>",
        "</title>\"><b>",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "+ACI- onload=alert(1) +ACI-", "&quot; onload=x",
        "&#34;&#x22;&#0;&#x3e",
        "&", "&amp", "&lt", "&notit;", "x=", "x\\", #"\""#, "\\\\", "`", "``onload=x", "</", "<!--", "<![CDATA[", "/>",
        "=",
        "\u{A5}", "\u{203E}", "\u{2212}", "ソ\"表\"能\"", "表", "ソ", "ｿ", "\u{FF3C}", "縗", "誠", "許", "功", "蓋", "餐", "运\"",
        "璂",
        "縗\\\" onload=x", "\u{E5E5}", "\u{E7C7}", "\u{1E3F}", "€", "\u{20087}", "\u{FFFD}", "\u{FFFD}\"",
        "\u{80}\u{9F}\u{A0}",
        "\u{0}\"\u{0}>", "\u{1B}(J\\\u{1B}(B\"", "\u{1B}$B\"", "\u{E}\"\u{F}", "a\r\nb\tc\u{C}d",
        "\u{2028}\u{2029}\u{85}",
        "\u{202E}\u{2066}x\u{200F}", "\u{FEFF}\u{FFFE}x\u{FFFF}", "\u{10FFFF}x\u{10FFFD}", "\u{D7FF}\u{E000}", "İıſK",
        "e\u{301}\"",
        "\u{22}\u{301}\u{3E}\u{338}\u{3C}\u{338}", "😀\"", "\u{E0022}x", "＂＞＜＆", "″“”", "\u{27E9}\u{3E}", "ÿ\"", "þ\">",
    ]

    /// Texts with all of Unicode's first plane, amid what means something in markup, or a part of it for fewer tries.
    private static func sweep(by step: Int) -> [String] {
        let scalars = stride(from: 0x20, through: 0xFFFF, by: step).compactMap { Unicode.Scalar(UInt32($0)) }
        let signs = ["\"", "'", ">", "<", "&", "\\", "`", "=", "/", " "]
        return stride(from: 0, to: scalars.count, by: 512).map { start in
            scalars[start..<min(start + 512, scalars.count)].enumerated()
                .map { "\($0.element)\(signs[$0.offset % signs.count])" }.joined()
        }
    }

    /// More tries where characters are long, and the bytes in front do not matter.
    private static func texts(for page: Page) -> [String] {
        let isMultiByte = ["Shift_JIS", "GBK", "gb18030", "Big5", "EUC-JP", "EUC-KR", "ISO-2022-JP"].contains(
            page.label)
        let isThorough = isMultiByte && page.inFront.isEmpty
        let endings = stride(from: 0x80, through: 0xFFFF, by: isThorough ? 211 : 2_111)
            .compactMap { Unicode.Scalar(UInt32($0)).map { "x\"\($0)" } }
        return classics + endings + sweep(by: isThorough ? 3 : 101)
    }

    @Test("stays in its attribute, is read as what it says, and changes nothing else", arguments: Page.all)
    func stays(page: Page) throws {
        let texts = Self.texts(for: page)
        let insertions = texts.compactMap { AltInsertion(text: $0) }
        #expect(insertions.count > texts.count - 10)
        func encode(_ text: String) -> [UInt8] {
            PageEncoding(label: page.label).map { $0.encode(text) } ?? Array(text.utf8)
        }
        // Tags of all forms, so that what follows the text is white space, a slash or the end.
        let tags = [
            #"<img src="a.png" class='x'>"#, "<img>", "<IMG\nSRC=c.png/>", "<img/src=d.png>", "<img title='\">'>",
        ]
        let body = insertions.indices.flatMap {
            encode("\n<p id=\"a\">") + page.inFront + encode("\(tags[$0 % tags.count])</p>é\n")
        }
        let original = page.start + encode("<p title=\"é\">") + body
        let before = try ImageScanner().scan(original)
        let images = before.images
        try #require(images.count == insertions.count)
        let asReferences = before.encoding.needsReferences(in: original)

        let edits = zip(images, insertions).map { image, insertion in
            insertion.edit(at: image.insertionOffset) { before.encoding.encode($0, asReferences: asReferences) }
        }
        let rewritten = try original.applying(edits)
        let after = try ImageScanner().scan(rewritten)
        #expect(after.encoding == before.encoding)
        try #require(after.images.count == images.count)
        for (index, (image, insertion)) in zip(images, insertions).enumerated() {
            let new = after.images[index].attributes
            #expect(new.count == image.attributes.count + 1, "\(insertion.text.debugDescription)")
            #expect(new.first?.name == "alt")
            let value = new.first?.value ?? ""
            let isSame = value.unicodeScalars.elementsEqual(insertion.text.unicodeScalars)
            #expect(isSame, "\(insertion.text.debugDescription) became \(value.debugDescription)")
            #expect(Array(new.dropFirst()) == image.attributes)
        }
        // And whatever else a browser decodes.
        let decoded = [original, rewritten].map { Array(before.encoding.decode($0).utf8) }
        #expect(InsertedAttributes.offsets(in: decoded[0], of: decoded[1])?.count == edits.count)
    }
}
