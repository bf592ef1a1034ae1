// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext catalog import`
struct CatalogImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take an edited table back into the catalog.",
        discussion: """
            A changed text becomes "edited"; a changed status is taken over. Rows that say what they said when the table was
            exported change nothing. Where the catalog has changed meanwhile the row is named and left out (status 3).

            EXAMPLES
              alttext catalog import captions.csv --dry-run
              alttext catalog import captions.csv
            """)

    @Argument(
        help: ArgumentHelp("A table that `alttext catalog export` wrote; - for standard input.", valueName: "file"))
    var table: String

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var file: CatalogFile

    @Flag(help: "Only say what would change.")
    var dryRun = false

    func run() async throws {
        let option = "alttext catalog import"
        let bytes =
            table == "-" ? try OptionFile.standardInput(for: option) : try OptionFile.bytes(of: table, for: option)
        let catalog = try await file.open(for: dryRun ? .reading : .writing)
        let changes: CatalogImport
        do {
            changes = try CatalogImport(of: bytes, into: await catalog.records, today: Today.text)
        } catch let error as CSVError {
            throw BadTableError(table: table, reason: "\(error)")
        } catch let error as CatalogTableError {
            throw BadTableError(table: table, reason: "\(error)")
        }
        if !dryRun {
            for (_, record) in changes.changes { try await catalog.replace(record) }
            try await catalog.finish()
        }
        tell(changes)
        guard changes.conflicts.isEmpty else { throw ExitStatus.incomplete }
    }

    private func tell(_ changes: CatalogImport) {
        for conflict in changes.conflicts { Console.standardError.tell("\(table): \(conflict)") }
        for (line, record) in changes.changes {
            guard let text = record.text, let problem = AltTextHygiene.problem(with: text, at: AltTextPlace(of: record))
            else { continue }
            Console.standardError.tell("\(table): line \(line): check \"\(text)\": it \(problem).")
        }
        let verb = dryRun ? "would change" : "changed"
        Console.standardError.tell(
            "\(verb) \(changes.changes.count.counting("record")), \(changes.unchangedCount) unchanged, "
                + "\(changes.conflicts.count) left out")
    }
}

extension AltTextPlace {
    /// What is known of the place of a record.
    fileprivate init(of record: CaptionRecord) {
        self.init(imageName: record.src, language: record.key.language)
    }
}

/// A file that is no table of a catalog.
struct BadTableError: Error, CustomStringConvertible {
    let table: String
    let reason: String

    var description: String { "\(table): \(reason)" }
}
