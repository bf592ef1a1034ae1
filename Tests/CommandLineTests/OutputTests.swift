// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("What is written where")
struct OutputTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.writeAwkwardSite()
    }

    @Test("Standard output has results only")
    func results() async throws {
        try folder.copyFixture(to: "fixtures")
        let diff = try await Program.alttext.run(["diff", "fixtures"], in: folder)
        #expect(diff.status == 1)
        #expect(diff.text.hasPrefix("--- a/"))
        let marks: Set<Character> = [" ", "-", "+", "@", "\\"]
        #expect(diff.text.split(separator: "\n").allSatisfy { marks.contains($0.first ?? "x") })
        #expect(diff.errors.contains("32 pages"))
        let fix = try await Program.alttext.run(["fix", "fixtures"], in: folder)
        #expect(fix.output.isEmpty)
        let estimate = try await Program.alttext.run(["caption", "fixtures", "--estimate"], in: folder)
        #expect(estimate.text.split(separator: "\n").count == 1)
    }

    @Test(
        "Somebody who wants it quiet hears nothing of what went well",
        arguments: [
            ["audit", "site"], ["diff", "site", "--offline"], ["fix", "site", "--offline"],
        ]
    )
    func quiet(arguments: [String]) async throws {
        let run = try await Program.alttext.run(arguments + ["-q"], in: folder)
        #expect(run.errors.isEmpty)
        #expect(run.output.isEmpty == (arguments[0] != "diff"))
    }

    @Test(
        "Colour comes on request only, and never into a file",
        arguments: [
            ([], [:], false), (["--color", "always"], [:], true), (["--color", "never"], [:], false),
            (["--color", "auto"], ["NO_COLOR": "1"], false), (["--color", "always"], ["NO_COLOR": "1"], true),
            ([], ["ALTTEXT_COLOR": "always"], true), (["--color", "always", "-o", "report.txt"], [:], false),
        ] as [([String], [String: String], Bool)]
    )
    func color(arguments: [String], environment: [String: String], isColored: Bool) async throws {
        let run = try await Program.alttext.run(["audit", "site"] + arguments, in: folder, environment: environment)
        let report = folder.exists("report.txt") ? try folder.text("report.txt") : run.text
        #expect(!report.isEmpty)
        #expect(report.contains("\u{1B}[") == isColored)
    }

    @Test("Text from pages cannot take the terminal over")
    func controls() async throws {
        try folder.write("<html lang=en><img src=\"x\u{1B}]0;owned\u{7}\u{202E}.png\">", to: "hostile/a\u{1B}[2J.html")
        for arguments in [["audit", "hostile"], ["fix", "hostile", "--offline"]] {
            let run = try await Program.alttext.run(arguments, in: folder)
            let told = run.text + run.errors
            #expect(told.contains("owned"))
            #expect(!told.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
        }
    }

    @Test("A reader who has seen enough is no error", arguments: ["audit --format jsonl", "audit", "diff --offline"])
    func closedPipe(command: String) async throws {
        try folder.copyFixture(to: "fixtures")
        let script = "{ \"$0\" \(command) fixtures; echo $? > status; } | head -1"
        let run = try await Program.shell.run([script, Program.alttext.url.path], in: folder)
        #expect(run.text.split(separator: "\n").count == 1)
        #expect(try folder.text("status") == "1\n")
        #expect(!run.errors.lowercased().contains("pipe"))
    }

    @Test("A closed standard error does not keep the work from being done")
    func closedErrors() async throws {
        let run = try await Program.shell.run(["\"$0\" fix site --offline 2>&-", Program.alttext.url.path], in: folder)
        #expect(run.status == 0)
        #expect(try folder.text("site/crlf.html").contains(#"<img alt="" "#))
    }
}
