// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import SystemPackage
import Testing

@testable import AltTextReports

@Suite("SARIF")
struct SARIFReportTests {
    private struct Log: Decodable {
        struct Run: Decodable {
            let tool: Tool
            let results: [Result]
            let invocations: [Invocation]
            let originalUriBaseIds: [String: Artifact]
        }
        struct Tool: Decodable { let driver: Driver }
        struct Driver: Decodable { let rules: [Rule] }
        struct Rule: Decodable {
            let id: String
            let helpUri: String
            let properties: Properties
        }
        struct Properties: Decodable { let tags: [String] }
        struct Result: Decodable {
            let ruleId: String
            let ruleIndex: Int
            let level: String
            let message: Message
            let locations: [Location]
            let occurrenceCount: Int
            let partialFingerprints: [String: String]
        }
        struct Message: Decodable { let text: String }
        struct Location: Decodable { let physicalLocation: PhysicalLocation }
        struct PhysicalLocation: Decodable { let artifactLocation: Artifact }
        struct Artifact: Decodable { let uri: String }
        struct Invocation: Decodable {
            let executionSuccessful: Bool
            let toolExecutionNotifications: [Notification]
        }
        struct Notification: Decodable {
            let level: String
            let message: Message
        }
        let runs: [Run]
    }

    private func run(on audit: SiteAudit, _ limits: SARIFReport.Limits = .init(), from folder: FilePath = ".") throws
        -> Log.Run
    {
        var settings = ReportSettings()
        settings.workingFolder = folder
        let text = SARIFReport(audit, settings, limits: limits).text
        return try #require(try JSONDecoder().decode(Log.self, from: Data(text.utf8)).runs.first)
    }

    @Test("has one result a finding, the most important first, each with its rule")
    func results() async throws {
        let audit = try await ReportSite.ofManyClasses().audit()
        let run = try run(on: audit)
        #expect(run.results.count == audit.findings.count)
        for result in run.results { #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId) }
        let levels = run.results.map(\.level)
        #expect(
            levels == levels.filter { $0 == "error" } + levels.filter { $0 == "warning" }
                + levels.filter { $0 == "note" })
        #expect(run.results[0].occurrenceCount == 5 && run.results[0].locations.count == 5)
        #expect(run.tool.driver.rules.map(\.id) == FindingClass.allCases.map(\.rawValue))
        #expect(run.tool.driver.rules.allSatisfy { $0.properties.tags.count <= 10 })
    }

    @Test("tells of pages that could not be read, and that the run failed for them")
    func problems() async throws {
        let invocation = try #require(try run(on: try await ReportSite.ofManyClasses().audit()).invocations.first)
        #expect(!invocation.executionSuccessful)
        #expect(invocation.toolExecutionNotifications.map(\.level) == ["error"])
        let clean = try run(on: try await ReportSite(["a.html": "<p>"]).audit())
        #expect(clean.invocations[0].executionSuccessful && clean.invocations[0].toolExecutionNotifications.isEmpty)
    }

    @Test("fingerprints differ between findings, and stay when lines and pages move")
    func fingerprints() async throws {
        let before = try await ReportSite(
            ["b.html": "<img src=a.png><img src=b.png><img src=a.png alt=photo>"],
            images: ["a.png": ReportSite.picture(1)]
        ).audit()
        let after = try await ReportSite(
            [
                "a/index.html": "<p>\n\n<img src=../a.png>",
                "b.html":
                    "<p>New\n<p>lines\n<img src=new.png><img src=a.png>\n<img src=b.png><img src=a.png alt=photo>",
            ], images: ["a.png": ReportSite.picture(1)]
        ).audit()
        let old = Set(before.findings.map(\.fingerprint))
        let new = Set(after.findings.map(\.fingerprint))
        #expect(old.count == 3 && new.count == 4)
        #expect(old.isSubset(of: new))
        let results = try run(on: before).results
        #expect(Set(results.compactMap { $0.partialFingerprints["primaryLocationLineHash"] }) == old)
        #expect(Set(try await ReportSite.ofManyClasses().audit().findings.map(\.fingerprint)).count == 18)
    }

    @Test("names pages by relative references from the folder that the command was run in")
    func references() async throws {
        let names = ["a b.html", "c:d.html", "e%20f.html", "g[1]#?.html", "ä.html"]
        let site = try ReportSite(
            Dictionary(uniqueKeysWithValues: names.enumerated().map { ("public/\($1)", "<img src=\($0).png>") }))
        let audit = try await site.audit(of: "public")
        let inside = try run(on: audit, from: site.folder)
        #expect(
            inside.results.map(\.locations[0].physicalLocation.artifactLocation.uri).sorted() == [
                "public/%C3%A4.html", "public/a%20b.html", "public/c%3Ad.html", "public/e%2520f.html",
                "public/g%5B1%5D%23%3F.html",
            ])
        #expect(inside.originalUriBaseIds["%SRCROOT%"]?.uri.hasPrefix("file:///") == true)
        #expect(
            inside.originalUriBaseIds["%SRCROOT%"]?.uri.hasSuffix("\(site.folder.lastComponent?.string ?? "")/") == true
        )
        let outside = try run(on: audit)
        #expect(outside.results.allSatisfy { !$0.locations[0].physicalLocation.artifactLocation.uri.contains("/") })
        #expect(outside.originalUriBaseIds["%SRCROOT%"]?.uri.hasSuffix("/public/") == true)
    }

    @Test("leaves out what GitHub does not take, by importance, and says so")
    func limits() async throws {
        let audit = try await ReportSite([
            "a.html": "<img src=a.png><img src=a.png><img src=a.png><img src=a.png><img src=b.png><img src=b.png>"
                + "<img src=c.png title=x>"
        ]).audit()
        #expect(try run(on: audit).invocations[0].toolExecutionNotifications.isEmpty)
        let cut = try run(on: audit, .init(results: 2, shownResults: 1, placesOfResult: 3, places: 2))
        #expect(cut.results.map(\.occurrenceCount) == [4, 2])
        #expect(cut.results.map(\.locations.count) == [3, 1])
        #expect(cut.results.map(\.level) == ["error", "error"])
        let notes = cut.invocations[0].toolExecutionNotifications.map(\.message.text)
        try #require(notes.count == 3)
        #expect(notes[0].hasPrefix("1 finding left out"))
        #expect(notes[1].contains("GitHub shows the 1 of most weight"))
        #expect(notes[2].hasPrefix("2 places of the results left out"))
        #expect(cut.invocations[0].executionSuccessful)
    }

    @Test(
        "Text of a page is neither a placeholder nor a link",
        arguments: [
            ("{0}", "{{0}}"), ("[a](https://evil.example)", "\\[a](https://evil.example)"), ("a\\b", "a\\b"),
            ("\\[a](1)", "\\\\\\[a](1)"), ("{\u{301}", "{{\u{301}"),
        ])
    func messages(alt: String, told: String) async throws {
        let audit = try await ReportSite(["a.html": "<img src=x.png alt='photo of \(alt)'>"]).audit()
        let message = try #require(try run(on: audit).results.first).message.text
        #expect(message.contains(told), "\(message)")
    }

    @Test("The source of each rule is the one that docs/rules.md names for its class", arguments: FindingClass.allCases)
    func sources(findingClass: FindingClass) throws {
        let rules = try Repository.text(of: "docs/rules.md").split(separator: "\n")
        // What a twin gets or a described image is told by the row of the class.
        #expect(rules.contains { $0.contains("`\(findingClass.rawValue)`") && $0.contains(findingClass.helpURL) })
    }
}
