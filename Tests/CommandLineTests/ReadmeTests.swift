// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
    /// A command with what it prints, as the README shows it.
    struct Example: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let transcript: String

        var testDescription: String { arguments.joined(separator: " ") }

        static func all() throws -> [Example] {
            let readme = WorkFolder.fixtures.deletingLastPathComponent().appendingPathComponent("README.md")
            let text = try String(contentsOf: readme, encoding: .utf8)
            return text.components(separatedBy: "```console\n$ alttext ").dropFirst().map { block in
                let lines = block.components(separatedBy: "```")[0].split(separator: "\n", maxSplits: 1)
                return Example(arguments: lines[0].split(separator: " ").map(String.init), transcript: String(lines[1]))
            }
        }
    }

    @Test("shows what its examples print", arguments: try Example.all())
    func examples(example: Example) async throws {
        let folder = try WorkFolder()
        try folder.copyFixture(to: "fixtures/site")
        let run = try await Program.alttext.run(example.arguments, in: folder)
        #expect(run.text + run.errors == example.transcript)
    }

    @Test("has examples of finding and of filling")
    func completeness() throws {
        #expect(try Example.all().map { $0.arguments[0] } == ["audit", "diff"])
    }
}
