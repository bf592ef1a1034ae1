// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The documentation")
struct DocumentationTests {
    /// A document with examples: blocks marked `console`, of commands behind `$ ` and of what they print.
    ///
    /// The commands of a block are run one behind the other in a folder of its own, which holds the example site as `public` and
    /// the fixture site; where the block is marked `console with-catalog`, also the catalog of the example site. A line of three
    /// dots stands for any lines.
    struct Document: CustomTestStringConvertible, Sendable {
        let url: URL

        var testDescription: String { url.lastPathComponent }

        static func all() throws -> [Document] {
            let root = WorkFolder.fixtures.deletingLastPathComponent()
            let documents = try FileManager.default.contentsOfDirectory(
                at: root.appendingPathComponent("docs"), includingPropertiesForKeys: nil
            ).filter { $0.pathExtension == "md" }
            return try ([root.appendingPathComponent("README.md")] + documents)
                .filter { try String(contentsOf: $0, encoding: .utf8).contains("```console") }
                .sorted { $0.path < $1.path }.map { Document(url: $0) }
        }

        /// The blocks, with what stands behind the word `console` and what is in them.
        static func blocks(of text: String) -> [(range: Range<String.Index>, mark: Substring, contents: Substring)] {
            text.matches(of: /(?s)```console([^\n]*)\n(.*?)\n```/).map { ($0.range, $0.output.1, $0.output.2) }
        }
    }

    /// A command with what a document says that it prints.
    private struct Example {
        let command: String
        let transcript: [Substring]

        /// The examples of a block.
        static func all(in block: Substring) -> [Example] {
            "\n\(block)".components(separatedBy: "\n$ ").dropFirst().map { part in
                let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
                return Example(command: String(lines[0]), transcript: Array(lines.dropFirst()))
            }
        }

        /// Whether this is what the command prints.
        func isKept(by output: [Substring]) -> Bool {
            guard let gap = transcript.firstIndex(of: "...") else { return output == transcript }
            let (beginning, end) = (transcript[..<gap], transcript[(gap + 1)...])
            return output.count >= beginning.count + end.count && output.starts(with: beginning)
                && output.suffix(end.count).elementsEqual(end)
        }
    }

    @Test("shows what its examples print", arguments: try Document.all())
    func examples(document: Document) async throws {
        let text = try String(contentsOf: document.url, encoding: .utf8)
        var recorded = text
        for (range, mark, contents) in Document.blocks(of: text).reversed() {
            let folder = try Self.folder(withCatalog: mark == " with-catalog")
            var transcripts: [String] = []
            for example in Example.all(in: contents) {
                let run = try await Program.shell.run(
                    ["exec 2>&1; \(example.command)"], in: folder, environment: ["PATH": Self.path])
                var output = run.text.split(separator: "\n", omittingEmptySubsequences: false)
                if output.last == "" { output.removeLast() }
                if !Self.isRecording { #expect(example.isKept(by: output), "\(example.command)\n\(run.text)") }
                let transcript = example.transcript.contains("...") ? example.transcript : output
                transcripts.append((["$ " + example.command] + transcript).joined(separator: "\n"))
            }
            recorded.replaceSubrange(range, with: "```console\(mark)\n\(transcripts.joined(separator: "\n"))\n```")
        }
        if Self.isRecording { try recorded.write(to: document.url, atomically: true, encoding: .utf8) }
    }

    private static func folder(withCatalog hasCatalog: Bool) throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.copyFixture(to: "fixtures/site")
        let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/example")
        for name in ["public"] + (hasCatalog ? ["alttext.captions.jsonl"] : []) {
            try FileManager.default.copyItem(at: example.appendingPathComponent(name), to: folder.location(of: name))
        }
        return folder
    }

    /// With the built command in front.
    private static let path = Program.alttext.url.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"

    private static let isRecording = ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] != nil

    @Test("has examples of finding and of filling")
    func completeness() throws {
        let names = try Document.all().map(\.testDescription)
        #expect(names.contains("README.md") && names.count > 3)
    }

    @Test("links to files that are there")
    func links() throws {
        let root = WorkFolder.fixtures.deletingLastPathComponent()
        let documents = try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent("docs"), includingPropertiesForKeys: nil)
        let top = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map(root.appendingPathComponent)
        for document in top + documents where document.pathExtension == "md" {
            let text = try String(contentsOf: document, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
                let target = document.deletingLastPathComponent().appendingPathComponent(String(match.1))
                #expect(
                    FileManager.default.fileExists(atPath: target.path), "\(document.lastPathComponent): \(match.1)")
            }
        }
    }
}
