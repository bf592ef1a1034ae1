// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser

/// `alttext fix`
struct Fix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rewrite the pages in place: one attribute added a tag, nothing else.",
        discussion: """
            EXAMPLES
              alttext fix public --offline --approved-only
              alttext fix public --site-url https://example.org/ --max-cost 2
            """)

    @OptionGroup(title: "Site") var site: SiteOptions
    @OptionGroup(title: "Texts") var catalog: CatalogOptions
    @OptionGroup(title: "Caption service") var service: ServiceOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    @Flag(help: "Use no network: what the catalog and the site know has to do.")
    var offline = false

    mutating func validate() throws {
        offline = try offline || EnvironmentDefault.isSet("offline")
    }

    func run() async throws {
        let work = try await PlannedWork(
            site: site, catalog: catalog, service: service, isOffline: offline, output: output)
        if service.estimate { return try work.printEstimate() }
        let outcome = try await work.session.caption(savingSuggestions: false, showing: work.progress)
        guard !outcome.isInterrupted else { return try work.finish(outcome, verb: "not inserted") }
        let root = work.run.root
        let results = await outcome.plan.pagesToWrite(inRoot: root).concurrentResults(width: SiteRun.width) { page in
            try page.rewrite(inRoot: root)?.write()
        }
        try work.finish(outcome, verb: "inserted", errors: results.errors())
    }
}
