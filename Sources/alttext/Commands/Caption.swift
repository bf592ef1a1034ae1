// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext caption`
struct Caption: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
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
        // Without a key there is nothing to do but for a site that needs no captions.
        guard !work.lacksKey else { throw MissingKeyError() }
        let outcome = try await work.session.caption(savingSuggestions: true, showing: work.progress)
        try work.finish(outcome, verb: "suggested", countsLeftovers: false)
    }
}

/// No key was given to a command that can do nothing without one.
struct MissingKeyError: Error, CustomStringConvertible {
    var description: String {
        "no ModelsLab key: set MODELSLAB_API_KEY, or pass --api-key-file. --estimate works without one."
    }
}
