// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import HTMLScan
import SystemPackage
import Testing

@testable import AltTextReports

@Suite("The page of findings")
struct HTMLReportTests {
    private func images(in report: String) throws -> [ImageElement] {
        try ImageScanner().scan(Array(report.utf8)).images
    }

    @Test("shows an image once, with all that is found of it, and keeps what it says of itself")
    func previews() async throws {
        let report = try await ReportSite.ofManyClasses().report(.html)
        let images = try images(in: report)
        #expect(images.count == 3)
        #expect(images.allSatisfy { $0["src"]?.hasPrefix("data:image/") == true })
        #expect(images.map { $0["alt"] }.contains("Preview of img/dog.png, not described yet"))
        #expect(report.contains(", as <code>img/copy.png</code>"))
        #expect(
            report.contains("Images that are not shown: 1 on other sites: a report fetches nothing; 4 not to be found"))
        // What it asks of others it does itself.
        let own = try await ReportSite(["report.html": report]).audit()
        #expect(own.findings.map(\.first.reason) == [])
    }

    @Test("allows no script and no style but its own, and nothing from elsewhere")
    func policy() async throws {
        let report = ReportFormat.html.report(on: try await ReportSite.ofManyClasses().audit())
        for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
            let match = try #require(report.firstMatch(of: try Regex("<\(element)>([\\s\\S]*?)</\(element)>")))
            let content = try #require(match.output[1].substring)
            #expect(report.contains("\(directive) 'sha256-\(Base64.encode(Digest.bytes(of: Array(content.utf8))))'"))
            #expect(!content.contains("</"))
        }
        #expect(report.contains("content=\"default-src 'none'; img-src data:; "))
        #expect(
            !report.contains("http-equiv=\"refresh\"") && !report.contains("<link") && !report.contains("href=\"http"))
    }

    @Test("says what it does not show, and why")
    func absences() async throws {
        let small = ReportSite.picture(1)
        let large = ReportSite.picture(2) + [UInt8](repeating: 0, count: Thumbnails.fileLimit)
        let site = try ReportSite(
            ["a.html": "<img src=a.png><img src=b.png><img src=c.png><img src=d.png><img src=//example.com/e.png>"],
            images: ["a.png": small, "b.png": large, "c.png": Array("text".utf8), "d.png": ReportSite.picture(3)])
        let audit = try await site.audit()
        try site.write(ReportSite.picture(4), to: "d.png")
        let report = ReportFormat.html.report(on: audit)
        #expect(try images(in: report).map { $0["alt"] } == ["Preview of a.png, not described yet"])
        #expect(
            report.contains(
                "Images that are not shown: 1 on other sites: a report fetches nothing; 2 larger than 200 kB, or changed "
                    + "meanwhile; 1 not to be found, or no image that browsers show."))
    }

    @Test("does not grow with the images beyond a limit")
    func total() async throws {
        let images = (0..<8).map { ("\($0).png", ReportSite.picture($0)) }
        let page = images.map { "<img src=\($0.0)>" }.joined()
        let site = try ReportSite(["a.html": page], images: Dictionary(uniqueKeysWithValues: images))
        defer { withExtendedLifetime(site) {} }
        let limit = ReportSite.picture(0).count * 3 + 1
        let report = HTMLReport().text(for: try await site.audit(), thumbnails: Thumbnails(limit: limit))
        #expect(try self.images(in: report).count == 3)
        #expect(report.contains("Images that are not shown: 5 more than a report has room for."))
    }

    @Test("is whole where there is nothing to tell")
    func empty() async throws {
        let report = ReportFormat.html.report(on: try await ReportSite(["a.html": "<p>"]).audit())
        #expect(report.contains(AuditSummary.nothingMissing))
        #expect(!report.contains("<form") && report.hasSuffix("</html>\n"))
    }

    @Test(
        "Markup escapes what is put into it, mark by mark",
        arguments: [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"\u{301} onload='x'", "&quot;\u{301} onload='x'"),
            ("<\u{338}img>", "&lt;\u{338}img&gt;"), ("\u{0}\u{1B}\n\u{202E}", "\\u{0}\\u{1b}\\u{a}\\u{202e}"),
            (String(decoding: [0xFFFE, 0xFDD0] as [UInt16], as: UTF16.self), "\\u{fffe}\\u{fdd0}"),
            ("]]>", "]]&gt;"), ("犬 é", "犬 é"),
        ])
    func escaping(text: String, markup: String) {
        #expect(("<p title=\"\(text)\">" as Markup).text == "<p title=\"\(markup)\">")
        #expect(Array(("\(text)" as Markup).text.utf8) == Array(markup.utf8))
    }
}
