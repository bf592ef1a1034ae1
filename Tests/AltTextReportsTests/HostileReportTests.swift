// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextReports
import Foundation
import HTMLScan
import SystemPackage
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("What pages and names of files can do to a report")
struct HostileReportTests {
    /// Moves the cursor, sets a title, reverses what follows, breaks the line in four ways; and is markup in every format.
    private static let evil =
        "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\u{2066}\r\n\u{85}\u{2028}\u{2029}\u{8}\u{7F}\u{61C}\"\\<&"
        + "]]>--><script>alert(1)</script><img src=x onerror=alert(1)>\"\u{301} onload=x '\u{301}|`*_[x](http://evil.example)"
        + "{0}%0A::error::x,y=z:@everyone #1 www.evil.example :smile: "
        + String(decoding: [0xFFFE, 0xFFFF, 0xFDD0] as [UInt16], as: UTF16.self) + "=1+1"
    private static let name =
        "=a\u{1B}[2J\u{9B}1m\u{202E}\u{2066}\r\n\u{85}\u{2028}\"'\\|`<b>[x](y){0}%0A::error::x,&]]>@.html"

    private func site() throws -> ReportSite {
        // By scalars: a mark behind a quote would hide it.
        let escaped = Self.evil.unicodeScalars.map { $0 == "&" ? "&amp;" : $0 == "\"" ? "&quot;" : String($0) }.joined()
        let page = """
            <html lang="\(escaped)"><img src="\(escaped).png"><img src="x.png" alt="photo of \(escaped)">
            <a href="\(escaped)"><img src="x.png"> \(escaped)</a><img src="https://example.com/\(escaped).svg">
            <img src="\(escaped):x"><div style="display:none\(escaped)"><img src="x.png"></div>
            <img src="data:\(escaped),x"><map><area href="\(escaped)"></map><img src="//10.0.0.1/\(escaped)">
            <img src="=1+1"><img src="+1"><img src="-1"><img src="@x"><img src="\t=1"><img src=" ">
            """
        let site = try ReportSite(["b\(Self.name)": "<meta charset=hz-gb-2312>", "c.html": page])
        try site.write(Array(page.utf8), to: FilePath(Self.name))
        #if os(Linux)
        // Elsewhere there are no such names.
        try site.write(Array(page.utf8), to: FilePath(bytes: [0xFF, 0xFE, 0xC3] + Array("\"<.html".utf8)))
        #endif
        return site
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
        "Nothing that could take over a terminal or reorder a line is in any report", arguments: ReportFormat.allCases)
    func controls(format: ReportFormat) async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        #expect(audit.uses.count > 24)
        #expect(audit.problems.count == 1)
        var settings = ReportSettings()
        settings.isVerbose = true
        let report = format.report(on: audit, settings: settings)
        // Only the records of RFC 4180 end in CR LF.
        #expect(Self.dangerous(format == .csv ? report.replacing("\r\n", with: "\n") : report) == [])
    }

    @Test("No page forges a line of the text report", arguments: [false, true])
    func terminal(isColored: Bool) async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        var settings = ReportSettings()
        settings.isColored = isColored
        settings.isVerbose = true
        let report = ReportFormat.text.report(on: audit, settings: settings)
        let bare = report.replacing(#/\u{1B}\[(0|1|2|31|32|33|34)m/#, with: "")
        #expect(Self.dangerous(bare) == [])
        // Each begins as our own lines do.
        for line in bare.split(separator: "\n") {
            #expect(
                line.starts(
                    with: #/(error|warning|note|unreadable|  \S|    \S|      \S|      +\^$|[0-9]+ page)/#), "\(line)")
        }
    }

    @Test("JSON stays JSON, and says exactly what is there", arguments: [ReportFormat.json, .jsonl, .sarif, .gitlab])
    func json(format: ReportFormat) async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        let report = format.report(on: audit)
        let documents = format == .jsonl ? report.split(separator: "\n") : [Substring(report)]
        let values = try documents.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        let objects = values.compactMap { $0 as? [String: Any] }
        switch format {
        case .jsonl:
            #expect(objects.map { $0["page"] as? String } == audit.uses.map(\.page.string))
            #expect(objects.map { $0["src"] as? String } == audit.uses.map(\.src))
            #expect(objects.map { $0["reason"] as? String } == audit.uses.map(\.reason))
            #expect(objects.contains { $0["page"] as? String == Self.name })
        case .json:
            let findings = try #require(objects[0]["findings"] as? [[String: Any]])
            #expect(findings.count == audit.findings.count)
            let problems = try #require(objects[0]["problems"] as? [[String: Any]])
            #expect(problems.map { $0["page"] as? String } == ["b\(Self.name)"])
        case .gitlab:
            let issues = try #require(values[0] as? [[String: Any]])
            #expect(issues.count == audit.findings.count + 1)
            #expect(Set(issues.map { $0["fingerprint"] as? String }).count == issues.count)
        default:
            let runs = try #require(objects[0]["runs"] as? [[String: Any]])
            let results = try #require(runs[0]["results"] as? [[String: Any]])
            #expect(results.count == audit.findings.count)
            let places = report.matches(of: #/"uri":"([^"]*)","uriBaseId"/#)
            #expect(places.allSatisfy { $0.1.wholeMatch(of: #/([A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})+/#) != nil })
            #if os(Linux)
            #expect(places.contains { $0.1 == "%FF%FE%C3%22%3C.html" })
            #endif
        }
    }

    @Test("XML stays XML, with the tests that it should have")
    func xml() async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        final class Reader: NSObject, XMLParserDelegate {
            var names: [String: Int] = [:]
            func parser(
                _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
                attributes: [String: String]
            ) {
                names[name, default: 0] += 1
            }
        }
        let reader = Reader()
        let parser = XMLParser(data: Data(ReportFormat.junit.report(on: audit).utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let failures = audit.findings.count { $0.level == .error }
        #expect(
            reader.names == [
                "testsuites": 1, "testsuite": 1, "testcase": audit.findings.count + 2, "error": 1, "failure": failures,
                "system-out": audit.findings.count - failures + 1,
            ])
    }

    @Test("Each workflow command is one line, with the properties that it should have")
    func github() async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        let lines = ReportFormat.github.report(on: audit).split(separator: "\n")
        #expect(lines.count == audit.findings.count + 2)
        for line in lines {
            let command = try #require(line.wholeMatch(of: #/::(error|warning|notice) ([^:]*)::(.*)/#))
            let names = command.2.split(separator: ",").map { $0.prefix { $0 != "=" } }
            #expect([["title"], ["file", "title"], ["file", "line", "col", "title"]].contains(names), "\(line)")
            #expect(!line.contains(#/%(?!25|3A|2C)/#), "\(line)")
        }
    }

    @Test("In Markdown nothing of a page is markup, a link or a mention")
    func markdown() async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let report = ReportFormat.markdown.report(on: try await site.audit())
        let rows = report.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count > 12)
        for row in rows { #expect(row.count { $0 == "|" } == 6, "\(row)") }
        let text = report.replacing(#/<\/?code>|<br>/#, with: "")
        for scalar in "<>`*_[]{}~\\$!^".unicodeScalars where scalar != "*" {
            #expect(!text.unicodeScalars.contains(scalar), "\(scalar)")
        }
        // The figures are bold.
        #expect(text.matches(of: #/\*/#).count == 4)
        #expect(!text.contains("www.") && !text.contains("://") && !text.contains("@"))
        #expect(!text.replacing(#/&#\d+;/#, with: "").contains("#1"))
    }

    @Test("A table has as many fields in each row, and none is a formula")
    func csv() async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let audit = try await site.audit()
        let report = ReportFormat.csv.report(on: audit)
        let rows = report.split(separator: "\r\n")
        #expect(rows.count == audit.uses.count + 1)
        for row in rows {
            let fields = row.matches(of: #/(?:^|,)("(?:[^"]|"")*"|[^",]*)/#.matchingSemantics(.unicodeScalar)).map(\.1)
            #expect(fields.map(String.init).joined(separator: ",") == row)
            #expect(fields.count == 13, "\(row)")
            for field in fields {
                let first = field.unicodeScalars.drop { $0 == "\"" }.first ?? " "
                #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(field)")
            }
        }
    }

    @Test("The page of findings has no element and no attribute but its own")
    func html() async throws {
        let site = try site()
        defer { withExtendedLifetime(site) {} }
        let report = ReportFormat.html.report(on: try await site.audit())
        let body = try #require(report.firstMatch(of: #/<body>[\s\S]*<script>/#)).output
        let tag = #/<\/?[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*>/#.matchingSemantics(.unicodeScalar)
        let rest = body.replacing(tag, with: "")
        #expect(!rest.contains(#/[<>"]/#.matchingSemantics(.unicodeScalar)))
        let tags = body.matches(of: tag).map { $0.output }
        #expect(tags.count > 100)
        for tag in tags { #expect(!tag.contains(#/ on[a-z]+|<img|<a href="[^#]/#), "\(tag)") }
        #expect(try ImageScanner().scan(Array(report.utf8)).images.isEmpty)
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
