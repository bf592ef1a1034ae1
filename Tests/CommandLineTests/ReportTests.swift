// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Reports beside what a command says")
struct ReportTests {
    private static let formats = [
        "text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html",
    ]
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.writeCaptionSite()
    }

    private func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> ProgramRun {
        try await Program.alttext.run(arguments, in: folder, environment: environment)
    }

    @Test("are all written in one run, each as --format prints it")
    func all() async throws {
        let plain = try await run(["audit", "site"])
        let reports = Self.formats.flatMap { ["--report", "\($0)=report.\($0)"] }
        let run = try await run(["audit", "site"] + reports)
        #expect(run.status == 1)
        #expect(run.text == plain.text && run.errors.isEmpty)
        #expect(Self.formats.allSatisfy { folder.exists("report.\($0)") })
        for format in ["csv", "html", "junit"] {
            let printed = try await self.run(["audit", "site", "--format", format])
            #expect(try folder.read("report.\(format)") == printed.output, "\(format)")
        }
    }

    @Test("can take the place of the text on standard output")
    func standardOutput() async throws {
        let run = try await run(["audit", "site", "--report", "jsonl=-", "--report", "html=page.html"])
        #expect(try AuditLine.lines(of: run.text).count == 7)
        #expect(run.errors.contains("2 pages: "))
        #expect(try folder.text("page.html").hasPrefix("<!DOCTYPE html>"))
        let other = try await self.run(["audit", "site", "-o", "-", "--format", "jsonl"])
        #expect(other.output == run.output)
    }

    @Test("name pages from the folder that the command was run in, where services know them")
    func paths() async throws {
        let run = try await run(["audit", "site", "--report", "github=-"])
        #expect(run.text.contains("::error file=site/index.html,line=3,col=4,title=alttext%3A content::"))
        let gitlab = try await self.run(["audit", "site", "--report", "gitlab=-"])
        #expect(gitlab.text.contains(#""path":"site/index.html""#))
        let sarif = try await self.run(["audit", "site", "--report", "sarif=-"])
        #expect(sarif.text.contains(#""uri":"site/index.html""#))
    }

    @Test(
        "come from the environment, one a line",
        arguments: ["sarif=a.sarif\ncsv=b.csv", "sarif=a.sarif\r\n\ncsv=b.csv\n"])
    func environment(value: String) async throws {
        let run = try await run(["audit", "site", "-q"], environment: ["ALTTEXT_REPORT": value])
        #expect(run.status == 1 && run.output.isEmpty && run.errors.isEmpty)
        #expect(try folder.text("a.sarif").contains("2.1.0"))
        #expect(try folder.text("b.csv").hasPrefix("page,line,"))
    }

    @Test("of a wrong format in the environment are wrong usage, too")
    func wrongEnvironment() async throws {
        let run = try await run(["audit", "site"], environment: ["ALTTEXT_REPORT": "pdf=a"])
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(
            run.errors.contains("ALTTEXT_REPORT \"pdf=a\": give FORMAT=FILE, where FORMAT is one of text, json"))
    }

    @Test(
        "that nobody could tell apart, or that are none, are wrong usage",
        arguments: [
            (["--report", "csv=a", "--report", "json=a"], ["Two reports would go to a"]),
            (["--report", "csv=a", "--report", "json=./a"], ["Two reports would go to ./a"]),
            (["--report", "csv=site/a", "--report", "json=./site/a"], ["Two reports would go to ./site/a"]),
            (["--report", "csv=old.txt", "--report", "json=link.txt"], ["Two reports would go to link.txt"]),
            (["--report", "csv=a", "-o", "a"], ["Two reports would go to a"]),
            (["--report", "csv=-", "--report", "json=-"], ["standard output"]),
            (["--report", "csv=-", "-o", "-"], ["standard output"]),
            (["--report", "pdf=a"], ["pdf=a", "FORMAT=FILE", "text, json, jsonl, sarif"]),
            (["--report", "sarif"], ["FORMAT=FILE"]), (["--report", "sarif="], ["FORMAT=FILE"]),
            (["--report", "=a"], ["FORMAT=FILE"]),
        ])
    func wrong(arguments: [String], mentions: [String]) async throws {
        try folder.write("old", to: "old.txt")
        try folder.link("link.txt", to: "old.txt")
        let run = try await run(["audit", "site"] + arguments)
        #expect(run.status == 64)
        for word in mentions { #expect(run.errors.contains(word), "\(run.errors)") }
        #expect(run.output.isEmpty && !folder.exists("a"))
        #expect(try folder.text("old.txt") == "old")
    }

    @Test("of a fix are on what is left, where it is now")
    func fix() async throws {
        try folder.write(
            "<html lang=en>\n<img src=https://count.example.com/p.gif width=1 height=1><img src=\"img/a.png\">",
            to: "site/index.html")
        let run = try await run(["fix", "site", "--offline", "--report", "jsonl=left.jsonl", "--report", "html=-"])
        #expect(run.status == 1)
        #expect(run.text.hasPrefix("<!DOCTYPE html>"))
        let left = try AuditLine.lines(of: try folder.text("left.jsonl"))
        #expect(!left.contains { $0.findingClass == "pixel" })
        let page = try folder.text("site/index.html")
        #expect(page.contains(#"<img alt="" src"#))
        let offset = try #require(left.first { $0.page == "index.html" }).offset
        #expect(Array(page.utf8)[offset...].starts(with: Array(#"<img src="img/a.png">"#.utf8)))
    }

    @Test("replace a file in one step, keeping its mode and the link to it")
    func replacement() async throws {
        try folder.write("old", to: "real.csv")
        try folder.setMode(0o640, of: "real.csv")
        try folder.link("report.csv", to: "real.csv")
        let before = try folder.identity(of: "real.csv")
        _ = try await run(["audit", "site", "-q", "--report", "csv=report.csv"])
        let after = try folder.identity(of: "real.csv")
        #expect(try folder.text("real.csv").hasPrefix("page,"))
        #expect(after.mode == 0o640 && after.number != before.number)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.location(of: "report.csv").path)
                == "real.csv")
        #expect(try folder.contents().keys.allSatisfy { !$0.hasSuffix(".tmp") })
    }

    @Test("that cannot be written are told of, and leave what was there")
    func unwritable() async throws {
        let run = try await run(["audit", "site", "--report", "csv=nowhere/report.csv"])
        #expect(run.status == 2)
        #expect(run.errors.contains("nowhere/report.csv: there is no folder for it. Create nowhere first."))
        let other = try await self.run(["audit", "site", "--report", "csv=site"])
        #expect(other.status == 2 && other.errors.contains("site: cannot be written: "))
    }

    @Test("can go to a pipe")
    func pipe() async throws {
        let script = "mkfifo pipe; cat pipe > copy & \"$0\" audit site -q --report csv=pipe; wait"
        _ = try await Program.shell.run([script, Program.alttext.url.path], in: folder)
        #expect(try folder.text("copy").hasPrefix("page,"))
    }
}
