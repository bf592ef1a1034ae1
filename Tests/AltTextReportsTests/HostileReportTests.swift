// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextReports
import Foundation
import SystemPackage
import Testing

@Suite("What pages and names of files can do to a report")
struct HostileReportTests {
    /// Moves the cursor, sets a title, reverses what follows, breaks the line in four ways.
    private static let evil =
        "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\u{2066}\r\n\u{85}\u{2028}\u{2029}\u{8}\u{7F}\u{61C}\"\\<&"
    private static let name = "a\u{1B}[2J\u{9B}1m\u{202E}\u{2066}\r\n\u{85}\u{2028}\"\\.html"

    private func audit() async throws -> SiteAudit {
        let escaped = Self.evil.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "\"",
            with: "&quot;"
        )
        let page = """
            <html lang="\(escaped)"><img src="\(escaped).png"><img src="x.png" alt="photo of \(escaped)">
            <a href="\(escaped)"><img src="x.png"> \(escaped)</a><img src="https://example.com/\(escaped).svg">
            <img src="\(escaped):x"><div style="display:none\(escaped)"><img src="x.png"></div>
            <img src="data:\(escaped),x"><map><area href="\(escaped)"></map><img src="//10.0.0.1/\(escaped)">
            """
        return try await ReportSite([
            Self.name: page, "b\(Self.name)": "<meta charset=hz-gb-2312>", "c.html": page,
        ]).audit()
    }

    /// What could move the cursor or change the order in which a line is read.
    private static func dangerous(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .lineSeparator, .paragraphSeparator: true
            default: scalar.properties.isBidiControl
            }
        }
    }

    @Test(
        "No escape sequence, line break or bidirectional control of a page reaches the terminal",
        arguments: [false, true]
    )
    func terminal(isColored: Bool) async throws {
        let audit = try await audit()
        #expect(audit.uses.count > 12)
        #expect(audit.problems.count == 1)
        let report = ReportFormat.text.report(on: audit, isColored: isColored, isVerbose: true)
        let bare = report.replacing(#/\u{1B}\[(0|1|2|31|32|33|34)m/#, with: "")
        #expect(Self.dangerous(bare) == [])
        // Nor could a page forge a line: each begins as our own lines do.
        for line in bare.split(separator: "\n") {
            #expect(line.starts(with: #/(error|warning|note|unreadable|  \S|    \S|[0-9]+ page)/#), "\(line)")
        }
    }

    @Test("JSON stays JSON, and says exactly what is there", arguments: [ReportFormat.json, .jsonl])
    func json(format: ReportFormat) async throws {
        let audit = try await audit()
        let report = format.report(on: audit)
        #expect(Self.dangerous(report) == [])
        let documents = format == .json ? [Substring(report)] : report.split(separator: "\n")
        let objects = try documents.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        if format == .jsonl {
            #expect(objects.map { $0["page"] as? String } == audit.uses.map(\.page.string))
            #expect(objects.map { $0["src"] as? String } == audit.uses.map(\.src))
            #expect(objects.map { $0["reason"] as? String } == audit.uses.map(\.reason))
            #expect(objects.contains { $0["page"] as? String == Self.name })
        } else {
            let findings = try #require(objects[0]["findings"] as? [[String: Any]])
            #expect(findings.count == audit.findings.count)
            let problems = try #require(objects[0]["problems"] as? [[String: Any]])
            #expect(problems.map { $0["page"] as? String } == ["b\(Self.name)"])
        }
    }

    @Test("A name that is not UTF-8 does not break JSON")
    func brokenText() throws {
        // A report is a String, so that invalid bytes have become replacement characters before it is made.
        #expect(TerminalText.escaped("a\u{FFFD}") == "a\u{FFFD}")
    }

    @Test(
        "Text for the terminal",
        arguments: [
            ("A dog", "A dog"), ("犬 🐕 é", "犬 🐕 é"), ("a\u{1B}[31mb", "a\\u{1b}[31mb"), ("a\nb\tc", "a\\u{a}b\\u{9}c"),
            ("\u{202E}x", "\\u{202e}x"),
            ("\u{2028}", "\\u{2028}"), ("\u{200F}", "\\u{200f}"), ("\r\n", "\\u{d}\\u{a}"), ("", ""),
            ("\\u{1b}", "\\u{1b}"),
        ]
    )
    func escaping(text: String, escaped: String) {
        #expect(TerminalText.escaped(text) == escaped)
    }

    @Test("Text of several lines keeps its lines and tabs, and nothing else that a terminal obeys")
    func escapingLines() {
        let escaped = TerminalText.escaped(lines: "a\tb\r\n\u{1B}[2J\n\u{202E}\u{2028}c\n")
        #expect(escaped == "a\tb\\u{d}\n\\u{1b}[2J\n\\u{202e}\\u{2028}c\n")
    }
}
