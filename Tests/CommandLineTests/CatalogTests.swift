// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("alttext catalog")
struct CatalogTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.write(Self.catalog, to: "alttext.captions.jsonl")
    }

    private static let catalog = """
        {"image":"url:https://cdn.example.com/c.png","role":"content","lang":"en","status":"suggested","text":"A \\u001b[31mkite","captions":{"normal":"A kite","long":"A red kite"},"source":"modelslab","src":"https://cdn.example.com/c.png","page":"index.html","line":4,"date":"2026-01-31"}
        {"image":"url:https://cdn.example.com/gone.png","role":"figure-captioned","lang":"","status":"approved","text":"=1+1","source":"modelslab","src":"https://cdn.example.com/gone.png","date":"2026-01-31"}

        """

    private func run(_ arguments: String...) async throws -> ProgramRun {
        try await Program.alttext.run(["catalog"] + arguments, in: folder)
    }

    @Test("list shows the records that are asked for, fit for a terminal")
    func list() async throws {
        let run = try await run("list", "--status", "suggested")
        #expect(run.status == 0)
        #expect(
            run.text == """
                suggested content en  https://cdn.example.com/c.png
                  "A \\u{1b}[31mkite"
                    index.html:4

                """)
    }

    @Test("stats counts records and captions")
    func stats() async throws {
        let run = try await run("stats")
        #expect(run.status == 0)
        #expect(
            run.text == """
                2 records of 2 images
                  suggested: 1
                  approved: 1
                roles: content 1, figure-captioned 1
                languages: none 1, en 1
                captions: long 1, normal 1; worth $0.0094

                """)
    }

    @Test("export and import bring an edited text back, and nothing else")
    func editing() async throws {
        let export = try await run("export", "-o", "captions.csv")
        #expect(export.status == 0)
        let table = try folder.text("captions.csv")
        #expect(table.contains("'=1+1"))
        let unchanged = try await run("import", "captions.csv")
        #expect(
            unchanged.status == 0 && unchanged.errorLines == ["alttext: changed 0 records, 2 unchanged, 0 left out"])
        #expect(try folder.text("alttext.captions.jsonl") == Self.catalog)

        try folder.write(table.replacing("'=1+1", with: "image.png"), to: "captions.csv")
        let rehearsal = try await run("import", "captions.csv", "--dry-run")
        #expect(rehearsal.errorLines.last == "alttext: would change 1 record, 1 unchanged, 0 left out")
        #expect(try folder.text("alttext.captions.jsonl") == Self.catalog)
        let changed = try await run("import", "captions.csv")
        #expect(changed.status == 0)
        #expect(changed.errors.contains("line 3: check \"image.png\": it is a file name."))
        #expect(try folder.text("alttext.captions.jsonl").contains(#""status":"edited","text":"image.png""#))
        let again = try await run("import", "captions.csv")
        #expect(again.status == 0 && again.errorLines == ["alttext: changed 0 records, 2 unchanged, 0 left out"])
    }

    @Test("import names what it leaves out, and takes the rest")
    func conflicts() async throws {
        let table = """
            image,role,lang,status,text
            url:https://cdn.example.com/c.png,content,en,fine,A kite
            url:https://cdn.example.com/gone.png,figure-captioned,,rejected,
            """
        let run = try await Program.alttext.run(["catalog", "import", "-"], in: folder, input: table)
        #expect(run.status == 3)
        #expect(
            run.errorLines == [
                "alttext: -: line 2: url:https://cdn.example.com/c.png: unknown status \"fine\". "
                    + "Use one of suggested, approved, edited, decorative, rejected.",
                "alttext: changed 1 record, 0 unchanged, 1 left out",
            ])
    }

    @Test("prune removes what no page shows, and nothing where a page cannot be read")
    func prune() async throws {
        try folder.write("<html lang=en><img alt=x src=https://cdn.example.com/c.png>", to: "site/index.html")
        try folder.write("<html lang=en><p>Nothing", to: "site/other.html")
        let rehearsal = try await run("prune", "site", "--dry-run")
        #expect(
            rehearsal.errorLines == [
                "alttext: would remove approved figure-captioned: https://cdn.example.com/gone.png",
                "alttext: would remove 1 record; 1 left",
            ])
        #expect(try folder.text("alttext.captions.jsonl") == Self.catalog)
        try folder.write([0x2B, 0x2F, 0x76] + Array("<meta charset=iso-2022-kr>".utf8), to: "site/odd.html")
        let refused = try await run("prune", "site")
        #expect(refused.status == 2 && refused.errors.contains("nothing was removed"))
        #expect(try folder.text("alttext.captions.jsonl") == Self.catalog)
        try FileManager.default.removeItem(at: folder.location(of: "site/odd.html"))
        // Of a single page the whole site counts, as for the texts.
        let pruned = try await run("prune", "--root", "site", "site/other.html")
        #expect(pruned.status == 0)
        #expect(try folder.text("alttext.captions.jsonl") == Self.catalog.split(separator: "\n")[0] + "\n")
    }

    @Test("says what to do where there is no catalog or no table", arguments: ["list", "stats", "export", "import"])
    func missing(command: String) async throws {
        let arguments = [command] + (command == "import" ? ["t.csv"] : []) + ["--catalog", "none.jsonl"]
        try folder.write("a,b\n", to: "t.csv")
        let run = try await Program.alttext.run(["catalog"] + arguments, in: folder)
        #expect(run.status == 2)
        #expect(
            run.errorLines == [
                "alttext: none.jsonl: no such catalog. Name it with --catalog, or let `alttext caption` make one."
            ])
    }

    @Test("import refuses what is no table of a catalog")
    func badTables() async throws {
        try folder.write("a,b\n", to: "t.csv")
        let run = try await run("import", "t.csv")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("alttext: t.csv: there is no column image, role, lang, status, text."))
    }
}
