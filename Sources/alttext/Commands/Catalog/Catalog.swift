// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `alttext catalog`
struct Catalog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "The caption catalog as data: list, count, edit as a table, prune; never uses the network.",
        discussion: """
            EXAMPLES
              alttext catalog stats
              alttext catalog export --status suggested -o captions.csv     for an editor's spreadsheet
              alttext catalog import captions.csv                           and back
              alttext catalog prune public --dry-run
            """,
        subcommands: [
            CatalogList.self, CatalogStats.self, CatalogExport.self, CatalogImportCommand.self, CatalogPrune.self,
        ])
}
