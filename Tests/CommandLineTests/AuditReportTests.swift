// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The reports of audit")
struct AuditReportTests {
    @Test("name the images without alt that browsers see, page by page, in document order")
    func agreesWithBrowsers() async throws {
        let run = try await FixtureAudit.report("jsonl")
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let lines = try AuditLine.lines(of: run.text).filter(\.isMissingAlt)
        let found = Dictionary(grouping: lines, by: \.page)
        let expected = try ExpectedPage.all()
        #expect(expected.count > 20)
        for page in expected {
            #expect(found[page.file, default: []].map(\.src) == page.src, "\(page.file)")
        }
        #expect(Set(found.keys).isSubset(of: expected.map(\.file)))
    }

    @Test("are in page order, then document order")
    func order() async throws {
        let lines = try await FixtureAudit.lines()
        let places = lines.map { (page: $0.page, offset: $0.offset) }
        #expect(
            zip(places, places.dropFirst()).allSatisfy {
                $0.page == $1.page ? $0.offset < $1.offset : $0.page < $1.page
            }
        )
    }

    @Test("point at the tag by offset, and by line and column")
    func positions() async throws {
        let encodings = Dictionary(uniqueKeysWithValues: try ExpectedPage.all().map { ($0.file, $0.encoding) })
        let lines = try await FixtureAudit.lines()
        #expect(lines.count > 200)
        for line in lines {
            let bytes = try Array(Data(contentsOf: WorkFolder.fixtures.appendingPathComponent("site/\(line.page)")))
            let tag = String(decoding: bytes[line.offset...].prefix(7), as: UTF8.self).lowercased()
            #expect(
                ["<img", "<image", "<input", "<area"].contains { tag.hasPrefix($0) },
                "\(line.page) \(line.offset) \(tag)"
            )
            let computed = position(behind: bytes[..<line.offset], in: encodings[line.page] ?? "")
            #expect(computed == [line.line, line.column], "\(line.page) at \(line.offset)")
        }
    }

    /// Line and column behind the beginning of a page, computed without the scanner.
    private func position(behind bytes: ArraySlice<UInt8>, in encoding: String) -> [Int]? {
        let names: [String: String.Encoding] = ["utf-8": .utf8, "windows-1252": .windowsCP1252, "shift_jis": .shiftJIS]
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
        guard let name = names[encoding], let text = String(data: Data(content), encoding: name) else { return nil }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return [lines.count, (lines.last?.count ?? 0) + 1]
    }

    @Test("have all promised members in every line, null where there is nothing")
    func members() async throws {
        let promised = ["page", "line", "column", "offset", "class", "level", "src", "image", "key", "reason"]
        for line in try await FixtureAudit.report("jsonl").text.split(separator: "\n") {
            let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(Set(object.keys).isSuperset(of: promised), "\(line)")
        }
    }

    @Test("are one document with the same places as the lines")
    func document() async throws {
        let lines = try await FixtureAudit.lines()
        let run = try await FixtureAudit.report("json")
        #expect(run.status == 1)
        let document = try JSONDecoder().decode(AuditDocument.self, from: Data(run.output))
        #expect(document.schema == 1)
        #expect(document.problems.isEmpty)
        let places = document.findings.flatMap(\.places)
        #expect(places.count == lines.count)
        #expect(
            Set(places)
                == Set(
                    lines.map { .init(page: $0.page, line: $0.line, column: $0.column, offset: $0.offset, src: $0.src) }
                )
        )
        let summary = document.summary
        #expect(summary.places == lines.count)
        #expect(summary.findings == document.findings.count)
        #expect(summary.pages == (try ExpectedPage.all().count))
        #expect(summary.unreadablePages == 0)
        #expect(summary.levels.values.reduce(0, +) == summary.findings)
        #expect(summary.classes == Dictionary(grouping: lines, by: \.findingClass).mapValues(\.count))
    }

    @Test("list every place to a person who asks for all, and end in the figures")
    func text() async throws {
        let lines = try await FixtureAudit.lines()
        let run = try await FixtureAudit.report("text")
        let told = Set(run.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        for line in lines {
            #expect(told.contains("\(line.page):\(line.line):\(line.column)"))
        }
        let last = try #require(run.text.split(separator: "\n").last)
        #expect(last.contains("32 pages") && last.contains("in \(lines.count) places"))
        #expect(run.errors.isEmpty)
    }

    @Test("go to a file instead of standard output", arguments: ["text", "json", "jsonl"])
    func outputFile(format: String) async throws {
        let folder = try WorkFolder()
        try folder.writeCaptionSite()
        let printed = try await Program.alttext.run(["audit", "site", "--format", format], in: folder)
        let run = try await Program.alttext.run(["audit", "site", "--format", format, "-o", "report.out"], in: folder)
        #expect(run.output.isEmpty)
        #expect(run.status == 1)
        #expect(try folder.read("report.out") == printed.output)
    }

    @Test("replace an older and longer file")
    func olderFile() async throws {
        let folder = try WorkFolder()
        try folder.writeCaptionSite()
        try folder.write(String(repeating: "old\n", count: 100_000), to: "report.out")
        _ = try await Program.alttext.run(["audit", "site", "--format", "jsonl", "--output", "report.out"], in: folder)
        #expect(try AuditLine.lines(of: try folder.text("report.out")).count == 7)
    }
}
