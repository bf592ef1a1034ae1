// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// `alttext diff`
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what fix would write, as a unified diff; touches no page.",
        discussion: """
            EXAMPLES
              alttext diff public --offline > alt.patch; git apply --allow-empty alt.patch
              alttext diff public --site-url https://example.org/ --max-captions 20
            """)

    @OptionGroup var options: RewriteOptions

    func run() async throws {
        guard let (work, outcome) = try await options.gather() else { return }
        let root = work.run.root
        let naming = DiffNaming(root: root)
        let diffs = await outcome.plan.pages.concurrentResults(width: SiteRun.width) { page in
            var diff: [UInt8] = []
            if let rewrite = try page.rewrite(inRoot: root) {
                try rewrite.appendDiff(namedAs: naming.name(of: rewrite.file), to: &diff)
            }
            return diff
        }
        for case .success(let diff) in diffs { try Console.standardOutput.write(resultsOfPages: diff) }
        try work.finish(outcome, verb: "to insert", failures: outcome.plan.failures(in: diffs))
    }
}
