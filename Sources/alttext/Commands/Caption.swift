// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext caption`
struct Caption: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caption",
        abstract: "Fill the catalog with suggestions; touches no page.",
        discussion: """
            EXAMPLES
              alttext caption public --site-url https://example.org/ --estimate
              alttext caption public --site-url https://example.org/ --max-cost 1.50
              alttext caption public --upload --length long
            """)

    @OptionGroup(title: "Site") var site: SiteOptions
    @OptionGroup(title: "Texts") var catalog: CatalogOptions
    @OptionGroup(title: "Caption service") var service: ServiceOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        var catalog = catalog
        // Suggestions are what this command is for.
        catalog.approvedOnly = false
        let work = try await PlannedWork(
            site: site, catalog: catalog, service: service, isOffline: false, output: output)
        if service.estimate { return try work.printEstimate() }
        let outcome = try await work.caption(savingSuggestions: true)
        guard !outcome.lacksKey else { throw MissingKeyError() }
        try work.finish(outcome, verb: "texts found", countsLeftovers: false)
    }
}

/// No key was given, and captions are missing.
struct MissingKeyError: Error, CustomStringConvertible {
    var description: String {
        "no ModelsLab key: set MODELSLAB_API_KEY, or pass --api-key-file. What needs no caption is in the catalog."
    }
}
