// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
// Public, because the conformances of public types are.
public import ArgumentParser
internal import SystemPackage

/// Which records of which catalog a command is about.
struct CatalogSelection: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var file: CatalogFile

    @Option(help: "Only records of this status. Repeatable.")
    var status: [CaptionStatus] = []

    /// The chosen records, in the order of the catalog.
    func records() async throws -> [CaptionRecord] {
        let records = try await file.open(for: .reading).records
        return status.isEmpty ? records : records.filter { status.contains($0.status) }
    }
}

/// The catalog that a command is about.
struct CatalogFile: ParsableArguments {
    @Option(help: ArgumentHelp("The caption catalog.", valueName: "file"))
    var catalog: String = Settings.value("catalog") ?? "alttext.captions.jsonl"

    /// Opens the catalog, which has to be there.
    func open(for access: CaptionCatalog.Access) async throws -> CaptionCatalog {
        let path = FilePath(catalog)
        guard path.exists else { throw MissingCatalogError(path: path) }
        return try await CaptionCatalog.open(path, for: access) { Console.standardError.tell($0.description) }
    }
}

/// There is no catalog to look into.
struct MissingCatalogError: Error, CustomStringConvertible {
    let path: FilePath

    var description: String {
        "\(path.onOneLine): no such catalog. Name it with --catalog, or let `alttext caption` make one."
    }
}

extension CaptionStatus: ExpressibleByArgument {}
