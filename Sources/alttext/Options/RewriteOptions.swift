// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// What `diff` and `fix` have in common: all but what becomes of the edits.
struct RewriteOptions: ParsableArguments {
    @OptionGroup(title: "Site") var site: SiteOptions
    @OptionGroup(title: "Texts") var catalog: CatalogOptions
    @OptionGroup(title: "Caption service") var service: ServiceOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    @OptionGroup var baseline: BaselineOptions

    @Flag(help: "Use no network: what the catalog and the site know has to do.")
    var offline = false

    mutating func validate() throws {
        offline = offline || Settings.isSet("offline")
    }

    /// Audits the site and gathers the texts; `nil` where there is nothing left to do but to stop.
    func gather() async throws -> (work: PlannedWork, outcome: CaptionSession.Outcome)? {
        let work = try await PlannedWork(
            site: site, catalog: catalog, service: service, baseline: baseline, isOffline: offline, output: output)
        if service.estimate {
            try work.printEstimate()
            return nil
        }
        let outcome = try await work.caption(savingSuggestions: false)
        if outcome.isInterrupted {
            try work.finish(outcome, verb: "not inserted")
            return nil
        }
        return (work, outcome)
    }
}
