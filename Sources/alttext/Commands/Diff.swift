// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// `alttext diff`
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what fix would write, as a unified diff; touches no page.",
        discussion: """
            EXAMPLES
              alttext diff public --offline > alt.patch && git apply alt.patch
              alttext diff public --site-url https://example.org/ --max-captions 20
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
        let naming = DiffNaming(root: work.run.root)
        guard !outcome.isInterrupted else { return try work.finish(outcome, verb: "not inserted") }
        let root = work.run.root
        let diffs = await outcome.plan.pagesToWrite(inRoot: root).concurrentResults(width: SiteRun.width) { page in
            var diff: [UInt8] = []
            if let rewrite = try page.rewrite(inRoot: root) {
                try rewrite.appendDiff(namedAs: naming.name(of: rewrite.file), to: &diff)
            }
            return diff
        }
        for case .success(let diff) in diffs { Console.standardOutput.write(diff) }
        try work.finish(outcome, verb: "to insert", errors: diffs.errors())
    }
}
