// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("The help")
struct HelpTests {
    private static let site = [
        "--root", "--site-url", "--files-from", "--extensions", "--exclude", "--exclude-path", "--src-attribute",
        "--include-templates", "--allow-empty",
    ]
    private static let output = ["--fail-on", "--quiet", "--verbose", "--no-progress", "--color"]
    private static let service = [
        "--catalog", "--length", "--approved-only", "--language-mismatch", "--upload", "--estimate", "--max-captions",
        "--max-cost", "--concurrency", "--timeout", "--api-key-file",
    ]

    @Test(
        "of a command lists its options and fits a terminal",
        arguments: [
            ("audit", site + output + ["--format", "--output", "--report"]), ("caption", site + output + service),
            ("diff", site + output + service + ["--offline"]),
            ("fix", site + output + service + ["--offline", "--report"]),
        ]
    )
    func options(command: String, options: [String]) async throws {
        let folder = try WorkFolder()
        let run = try await Program.alttext.run([command, "--help"], in: folder)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let words = run.text.split { " \n,".contains($0) }.map(String.init)
        for option in options { #expect(words.contains(option), "\(option)") }
        #expect(run.text.contains("EXAMPLES"))
        for line in run.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("of the tool lists the commands, the key's variable and the exit statuses")
    func overview() async throws {
        let folder = try WorkFolder()
        let run = try await Program.alttext.run(["--help"], in: folder)
        #expect(run.status == 0)
        for part in ["audit", "caption", "diff", "fix", "MODELSLAB_API_KEY", "EXIT STATUS"] {
            #expect(run.text.contains(part))
        }
        for line in run.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        #expect(try await Program.alttext.run(["--version"], in: folder).text.hasPrefix("0."))
    }

    @Test("is what somebody sees who names no command")
    func noCommand() async throws {
        let run = try await Program.alttext.run([], in: try WorkFolder())
        #expect(run.status == 0 || run.status == 64)
        #expect((run.text + run.errors).contains("USAGE: alttext"))
    }
}
