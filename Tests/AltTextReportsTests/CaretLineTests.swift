// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import SystemPackage
import Testing

@testable import AltTextReports

@Suite("The source line of a finding")
struct CaretLineTests {
    /// The lines of the text report on a page that has the image and the caret.
    private func lines(of page: [UInt8]) async throws -> [String] {
        let site = try ReportSite(["a.html": ""])
        try site.write(page, to: "a.html")
        return Self.sourceLines(of: try await site.report(.text))
    }

    private static func sourceLines(of report: String) -> [String] {
        report.split(separator: "\n").filter { $0.hasPrefix("      ") }.map { String($0.dropFirst(6)) }
    }

    @Test(
        "has a caret below the tag",
        arguments: [
            ("<p>Rex: <img src=a.png>", ["<p>Rex: <img src=a.png>", "        ^"]),
            ("<p>1\n    <img src=a.png> </p>\n<p>3", ["<img src=a.png> </p>", "^"]),
            ("<p>1\r\n\t<p>\t<img src=a.png>\r\n<p>3", ["<p> <img src=a.png>", "    ^"]),
            ("<p>1\r<p><img\rsrc=a.png>", ["<p><img", "   ^"]),
            ("\u{FEFF}<img src=a.png>", ["<img src=a.png>", "^"]),
            // 48 scalars in front and 64 behind are all shown.
            (
                String(repeating: "a", count: 48) + "<img src=a.png>" + String(repeating: "b", count: 49),
                [
                    String(repeating: "a", count: 48) + "<img src=a.png>" + String(repeating: "b", count: 49),
                    String(repeating: " ", count: 48) + "^",
                ]
            ),
            (
                "  b" + String(repeating: "a", count: 48) + "<img src=a.png>" + String(repeating: "b", count: 50),
                [
                    "…" + String(repeating: "a", count: 48) + "<img src=a.png>" + String(repeating: "b", count: 49)
                        + "…", String(repeating: " ", count: 49) + "^",
                ]
            ),
            // Wide letters take two columns, marks none.
            ("<p>犬e\u{301}: <img src=a.png>", ["<p>犬e\u{301}: <img src=a.png>", "        ^"]),
            ("<p>\u{1B}[2J<img src=a.png>", ["<p>\\u{1b}[2J<img src=a.png>", "            ^"]),
        ]
    )
    func caret(page: String, expected: [String]) async throws {
        #expect(try await lines(of: Array(page.utf8)) == expected)
    }

    @Test("is decoded as a browser decodes the page")
    func encodings() async throws {
        let shiftJIS = Array("<meta charset=shift_jis><p>".utf8) + [0x8C, 0xA2] + Array("<img src=a.png>".utf8)
        #expect(try await lines(of: shiftJIS)[0] == "<meta charset=shift_jis><p>犬<img src=a.png>")
        let latin = Array("<meta charset=latin1><p>caf".utf8) + [0xE9] + Array(" <img src=a.png>".utf8)
        #expect(try await lines(of: latin)[0] == "<meta charset=latin1><p>café <img src=a.png>")
        let utf16 = "\u{FEFF}<p>犬\n<p>é <img src=a.png>".utf16.flatMap {
            [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8]
        }
        #expect(try await lines(of: utf16) == ["<p>é <img src=a.png>", "     ^"])
        let iso2022 = Array("<meta charset=iso-2022-jp><p>".utf8) + [0x1B, 0x24, 0x42, 0x38, 0x24, 0x1B, 0x28, 0x42]
        #expect(
            try await lines(of: iso2022 + Array(" <img src=a.png>".utf8))
                == ["<meta charset=iso-2022-jp><p>犬 <img src=a.png>", "                                ^"])
        let broken = Array("<p>".utf8) + [0xFF, 0xC3] + Array("<img src=a.png>".utf8)
        #expect(try await lines(of: broken + [0x80, 0xE7])[0].hasPrefix("<p>ÿÃ<img src=a.png>"))
    }

    @Test(
        "is cut where it is long, and never in the middle of a character",
        arguments: ["x", "é", "犬", "<b>", "e\u{301}"], ["utf-8", "shift_jis", "gb18030"])
    func long(filler: String, encoding: String) async throws {
        // What is no UTF-8 decodes to something else; it is the page's, and must be cut at a boundary all the same.
        let filler = String(repeating: filler, count: 1000)
        let page = "<meta charset=\(encoding)><p>\(filler)<img src=a.png>\(filler)"
        let lines = try await lines(of: Array(page.utf8))
        try #require(lines.count == 2)
        #expect(lines[0].unicodeScalars.count <= 114 && lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
        #expect(lines[0].contains("<img src=a.png>"))
        if encoding == "utf-8" { #expect(!lines[0].contains("\u{FFFD}")) }
        let index = try #require(lines[0].range(of: "<img")).lowerBound
        #expect(lines[1].count - 1 == lines[0][..<index].unicodeScalars.reduce(0) { $0 + $1.terminalWidth })
    }

    @Test(
        "is not shown where the page has changed meanwhile",
        arguments: ["", "<p>Rex <img src=b.png>", "<p>Rex: Rex <img src=a.png>", "<p>Rex <img src=a.png alt=Rex>"])
    func changed(page: String) async throws {
        let site = try ReportSite(["a.html": "<p>Rex <img src=a.png>"])
        let audit = try await site.audit()
        #expect(Self.sourceLines(of: ReportFormat.text.report(on: audit)).count == 2)
        try site.write(Array(page.utf8), to: "a.html")
        let report = ReportFormat.text.report(on: audit)
        #expect(Self.sourceLines(of: report).isEmpty)
        #expect(report.contains("    a.html:1:8\n"))
    }

    @Test("is shown for the first place only")
    func firstPlace() async throws {
        let page = String(repeating: "<img src=a.png>\n", count: 3)
        #expect(try await lines(of: Array(page.utf8)) == ["<img src=a.png>", "^"])
    }
}
