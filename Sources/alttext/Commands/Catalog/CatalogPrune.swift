// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext catalog prune`
struct CatalogPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove the records of images that no page of the site shows any more.",
        discussion: """
            All pages below the root are looked at, whichever are named. What was paid for, or decided by a person, is removed
            too, so keep the catalog in git.

            EXAMPLES
              alttext catalog prune public --dry-run
              alttext catalog prune public --site-url https://example.org/
            """)

    @OptionGroup(title: "Site") var site: SiteOptions
    @OptionGroup var file: CatalogFile
    @OptionGroup(title: "Output") var output: OutputOptions

    @Flag(help: "Only say what would be removed.")
    var dryRun = false

    func run() async throws {
        let run = try SiteRun(site)
        let catalog = try await file.open(for: dryRun ? .reading : .writing)
        let shown = try await run.shownImages(showing: ProgressLine(output))
        guard shown.problems.isEmpty else {
            for problem in shown.problems { Console.standardError.tell(problem.description) }
            throw UnknownImagesError(count: shown.problems.count)
        }
        let stale = await catalog.records.filter { !shown.keys.contains($0.key.image) }
        if !dryRun {
            try await catalog.remove(stale.map(\.key))
            try await catalog.finish()
        }
        guard !output.quiet else { return }
        let verb = dryRun ? "would remove" : "removed"
        for record in stale {
            Console.standardError.tell(
                "\(verb) \(record.status.rawValue) \(record.key.role): \(record.src ?? record.key.image)")
        }
        let count = await catalog.records.count - (dryRun ? stale.count : 0)
        Console.standardError.tell("\(verb) \(stale.count.counting("record")); \(count) left")
    }
}

/// What some pages show is not known, so nothing may be removed.
struct UnknownImagesError: Error, CustomStringConvertible {
    let count: Int

    var description: String {
        "nothing was removed: what \(count == 1 ? "this page shows" : "these \(count) pages show") is not known. "
            + "Make them readable, then run again."
    }
}
