// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser

/// `alttext fix`
struct Fix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Rewrite the pages in place: one attribute added a tag, nothing else.",
        discussion: """
            EXAMPLES
              alttext fix public --offline --approved-only
              alttext fix public --site-url https://example.org/ --max-cost 2
            """)

    @OptionGroup var options: RewriteOptions
    @OptionGroup(title: "Output") var reports: ReportOptions

    func run() async throws {
        guard let (work, outcome) = try await options.gather() else { return }
        let root = work.run.root
        let results = await Interruption.cancelling {
            await outcome.plan.pages.concurrentResults(width: SiteRun.width) { page in
                guard page.insertionCount > 0 else { return }
                try Task.checkCancellation()
                try page.rewrite(inRoot: root)?.write()
            }
        }
        if !reports.reports.isEmpty {
            // The pages are read again: what was written has moved what stands behind it.
            let left = try await work.run.audit(showing: ProgressLine(options.output))
            try reports.write(on: left, options.output)
        }
        try work.finish(outcome, verb: "inserted", failures: outcome.plan.failures(in: results))
    }
}
