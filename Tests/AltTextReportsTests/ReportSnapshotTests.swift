// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextReports
import Testing

@Suite("Reports, as a whole")
struct ReportSnapshotTests {
    @Test(
        "Each report is what it was",
        arguments: [
            (ReportFormat.text, false, false, "audit.txt"), (.text, true, false, "audit-colored.txt"),
            (.text, false, true, "audit-verbose.txt"), (.json, false, false, "audit.json"),
            (.jsonl, false, false, "audit.jsonl"), (.sarif, false, false, "audit.sarif"),
            (.junit, false, false, "audit.xml"), (.github, false, false, "audit.github"),
            (.gitlab, false, false, "audit.gitlab.json"), (.markdown, false, false, "audit.md"),
            (.csv, false, false, "audit.csv"), (.html, false, false, "audit.html"),
        ]
    )
    func snapshot(format: ReportFormat, isColored: Bool, isVerbose: Bool, name: String) async throws {
        var settings = ReportSettings()
        settings.isColored = isColored
        settings.isVerbose = isVerbose
        let report = try await ReportSite.ofManyClasses().report(format, settings)
            .replacing(#/file://[^"]*/alttext-reports-[^"]*//#, with: "file:///site/")
        try Snapshot.expect(report, toMatch: name)
    }

    @Test("Colour adds nothing but escape sequences")
    func color() async throws {
        let site = try ReportSite.ofManyClasses()
        var settings = ReportSettings()
        settings.isColored = true
        let colored = try await site.report(.text, settings)
        #expect(colored.contains("\u{1B}["))
        #expect(colored.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == (try await site.report(.text)))
        #expect(try await site.report(.json, settings) == (try await site.report(.json)))
    }

    @Test("Every report ends its last line, or is empty", arguments: ReportFormat.allCases)
    func ends(format: ReportFormat) async throws {
        let many = format.report(on: try await ReportSite.ofManyClasses().audit())
        #expect(many.hasSuffix(format == .csv ? "\r\n" : "\n") && !many.hasSuffix("\n\n"))
        let clean = format.report(on: try await ReportSite(["a.html": "<img src=a.png alt=Dog>"]).audit())
        #expect(format == .jsonl ? clean.isEmpty : clean.utf8.last == UInt8(ascii: "\n"))
    }

    @Test(
        "That no alt is missing is only said where that is so, and never that all is well (C4)",
        arguments: [
            ("<img src=a.png alt=Dog>", true), ("<p>Text", true), ("<img src=a.png alt=''>", true),
            ("<img src=a.png hidden><img src=a.png title=Dog>", true), ("<img src=a.png alt=photo>", true),
            ("<img src=a.png>", false), ("<img src=a.png width=1 height=1>", false),
            ("<input type=image src=a.png>", false),
        ]
    )
    func nothingMissing(html: String, isSaid: Bool) async throws {
        let report = ReportFormat.text.report(on: try await ReportSite(["a.html": html]).audit())
        #expect(report.contains("No missing alt found.") == isSaid)
        #expect(!report.lowercased().contains("accessible"))
    }

    @Test("The longer description in an image file is shown with its finding")
    func description() async throws {
        let svg =
            "<svg xmlns='http://www.w3.org/2000/svg'><title>Kite</title><desc>A red kite over a field</desc></svg>"
        let site = try ReportSite(["a.html": "<img src=a.svg>"], images: ["a.svg": Array(svg.utf8)])
        #expect(
            ReportFormat.json.report(on: try await site.audit()).contains("\"description\":\"A red kite over a field\"")
        )
    }

    @Test("Nothing is said of what could not be read")
    func unread() async throws {
        let report = ReportFormat.text.report(on: try await ReportSite(["a.html": "<meta charset=hz-gb-2312>"]).audit())
        #expect(!report.contains("No missing alt found."))
        #expect(report.contains("could not be read"))
    }
}
