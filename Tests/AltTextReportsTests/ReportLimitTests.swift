// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import Testing

@testable import AltTextReports

@Suite("What services take, and who fails")
struct ReportLimitTests {
    /// A page with as many findings as asked for, in about equal parts of each level.
    private func audit(findings count: Int) async throws -> SiteAudit {
        let tags = (0..<count).map {
            ["<img src=\($0).png>", "<img src=\($0).png alt=photo>", "<img src=\($0).png title=x>"][$0 % 3]
        }
        return try await ReportSite(["a.html": tags.joined(separator: "\n")]).audit()
    }

    @Test(
        "A summary in Markdown stays within its size, and says what it leaves out", arguments: [2_000, 10_000, 1 << 20])
    func markdown(limit: Int) async throws {
        let audit = try await audit(findings: 90)
        let text = MarkdownReport(limit: limit).text(for: audit)
        #expect(text.utf8.count <= limit)
        let rows = text.split(separator: "\n").count { $0.hasPrefix("| ") } - 2
        let left = text.firstMatch(of: #/(\d+) more findings? left out/#).flatMap { Int($0.1) } ?? 0
        #expect(rows + left == 90)
        #expect((left == 0) == (limit == 1 << 20))
        #expect(rows > 1)
    }

    @Test("GitHub shows ten annotations of a kind: the summary says so, and is the first of its kind")
    func github() async throws {
        let few = ReportFormat.github.report(on: try await audit(findings: 27)).split(separator: "\n")
        #expect(few.count == 28)
        #expect(few[0].hasPrefix("::notice title=alttext::1 page: 27 findings") && !few[0].contains("GitHub shows"))
        #expect(few.count { $0.hasPrefix("::notice ") } == 10)
        let many = ReportFormat.github.report(on: try await audit(findings: 30)).split(separator: "\n")
        #expect(many[0].hasSuffix("GitHub shows 10 annotations of each kind; the log has all"))
        let kinds = many.dropFirst().map { $0.prefix { $0 != " " } }
        #expect(
            kinds
                == kinds.sorted {
                    ["::error", "::warning", "::notice"].firstIndex(of: $0) ?? 3 < ["::error", "::warning", "::notice"]
                        .firstIndex(of: $1) ?? 3
                })
    }

    @Test(
        "Of the tests those fail that make the command fail",
        arguments: [(Level.error, 2), (.warning, 4), (.note, 6), (nil, 0)])
    func junit(level: Level?, count: Int) async throws {
        var settings = ReportSettings()
        settings.failureLevel = level
        let text = ReportFormat.junit.report(on: try await audit(findings: 6), settings: settings)
        #expect(text.matches(of: #/<failure /#).count == count)
        #expect(text.contains("tests=\"7\" failures=\"\(count)\" errors=\"0\""))
    }

    @Test("A site without findings has a test that passes")
    func noFindings() async throws {
        let text = ReportFormat.junit.report(on: try await ReportSite(["a.html": "<p>"]).audit())
        #expect(text.contains("tests=\"1\" failures=\"0\"") && text.matches(of: #/<testcase /#).count == 1)
    }

    @Test("A failure lists a hundred places, and counts the rest")
    func places() async throws {
        let page = String(repeating: "<img src=a.png>", count: 130)
        let text = ReportFormat.junit.report(on: try await ReportSite(["a.html": page]).audit())
        #expect(text.matches(of: #/a\.html:1:/#).count == 100)
        #expect(text.contains("and 30 more places"))
    }

    @Test(
        "No field of a table is a formula",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"), ("a=1", "a=1"),
            ("\tx", "\\u{9}x"), ("\u{A0}=1", "\u{A0}=1"), ("a;b", "a;b"), ("\"=1\"", "\"\"=1\"\""),
        ])
    func formulas(source: String, field: String) async throws {
        let page = "<area href=x><img src='x' alt='photo'><a href=x>\(source)<img src=a.png></a>"
        let audit = try await ReportSite(["\(source.replacing("/", with: "")).html": page]).audit()
        let text = ReportFormat.csv.report(on: audit)
        let row = try #require(text.split(separator: "\r\n").dropFirst().first)
        #expect(row.hasPrefix("\(field).html,") || row.hasPrefix("\"\(field).html\","), "\(row)")
    }
}
