// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
// Public, because the conformances of public types are.
public import ArgumentParser
internal import SystemPackage

/// `alttext catalog export`
struct CatalogExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the catalog as a table that editors can open, or as JSON Lines.",
        discussion: """
            Editors change the columns status and text; `alttext catalog import` takes that back. The others are there to be \
            read, and `image`, `role`, `lang` and `version` must stay as they are.

            EXAMPLES
              alttext catalog export -o captions.csv
              alttext catalog export --status suggested --format csv -o review.csv
              alttext catalog export --format jsonl | jq .text
            """)

    /// The forms of an exported catalog.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, jsonl
    }

    @OptionGroup var selection: CatalogSelection

    @Option(name: .shortAndLong, help: "The form of the table.")
    var format: Format = .csv

    @Option(name: .shortAndLong, help: ArgumentHelp("Write it there.", valueName: "file"))
    var output: String?

    func run() async throws {
        let records = try await selection.records()
        let bytes =
            switch format {
            case .csv: CatalogTable.bytes(of: records)
            case .jsonl: CatalogContents.bytes(of: records)
            }
        guard let output else { return try Console.standardOutput.write(results: bytes) }
        try OutputFile.write(bytes, to: FilePath(output))
        Console.standardError.tell("\(FilePath(output).onOneLine): \(records.count.counting("record"))")
    }
}
