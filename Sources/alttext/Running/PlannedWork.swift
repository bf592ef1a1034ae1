// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// What `caption`, `diff` and `fix` have in common: an audited site, a session, and an end.
struct PlannedWork {
    let run: SiteRun
    private var session: CaptionSession
    private let progress: ProgressLine
    private let audit: SiteAudit
    private let output: OutputOptions
    private let plan: CaptionSession.Outcome
    private let service: ServiceOptions
    /// The findings that do not make the command fail; `nil` where there is no baseline.
    private let baseline: Baseline?

    init(
        site: SiteOptions, catalog: CatalogOptions, service: ServiceOptions, baseline: BaselineOptions? = nil,
        isOffline: Bool, output: OutputOptions
    ) async throws {
        self.baseline = try baseline?.read()
        run = try SiteRun(site)
        progress = ProgressLine(output)
        audit = try await run.audit(showing: progress)
        session = try CaptionSession(
            run: run, audit: audit, options: catalog, service: service, isOffline: isOffline, output: output)
        plan = try await session.plan()
        self.output = output
        self.service = service
    }

    /// Has the captions made that are missing.
    ///
    /// - Parameter savesSuggestions: Whether what the site itself suggests goes into the catalog too.
    func caption(savingSuggestions savesSuggestions: Bool) async throws -> CaptionSession.Outcome {
        try await Interruption.cancelling {
            var outcome = try await session.caption(
                after: plan, savingSuggestions: savesSuggestions, showing: progress)
            outcome.isInterrupted = Task.isCancelled
            return outcome
        }
    }

    /// Says what the missing captions would cost, as far as the pages could be read.
    func printEstimate() throws {
        let askable = plan.missing.count { $0.canBeAsked(allowingUpload: service.upload) }
        let count = min(askable, service.captionLimit ?? .max)
        try Console.standardOutput.write(
            results: Array("\(count.counting("caption")), \(Money.text(forCaptions: count))\n".utf8))
        if askable < plan.missing.count, !output.quiet {
            Console.standardError.write(
                "hint: there is no public URL for \((plan.missing.count - askable).counting("more image")); "
                    + "pass --site-url, or consent with --upload.\n")
        }
        guard audit.problems.isEmpty else {
            printErrors(audit.problems.map(\.description))
            throw ExitStatus.failure
        }
    }

    /// Prints the summary and ends the command with the status that fits.
    ///
    /// - Parameters:
    ///   - verb: What was done with the texts that were found.
    ///   - failures: The pages on which nothing was done.
    ///   - countsLeftovers: Whether images without alt make the command fail.
    func finish(
        _ outcome: CaptionSession.Outcome, verb: String, failures: [PageFailure] = [], countsLeftovers: Bool = true
    ) throws {
        let faults = failures.filter { !($0.error is CancellationError) }
        printErrors(faults.map { "\($0.error)" })
        if faults.count < failures.count {
            let count = failures.count - faults.count
            printErrors(["\(count.counting("page")) not rewritten before the interruption; run again."])
        }
        if let fatal = outcome.result?.fatalError { printErrors([fatal.message]) }
        if output.quiet {
            // Part of the summary otherwise.
            printErrors(audit.problems.map(\.description) + outcome.failures.map(\.message))
        } else {
            let summary = RunSummary(
                audit: audit, outcome: outcome, failedPages: Set(failures.map(\.page)), baseline: baseline,
                mayUpload: service.upload, output: output)
            Console.standardError.write(summary.text(verb: verb))
        }
        if !audit.problems.isEmpty || outcome.result?.fatalError != nil { throw ExitStatus.failure }
        if !failures.isEmpty || outcome.isIncomplete || outcome.isInterrupted { throw ExitStatus.incomplete }
        if countsLeftovers, hasFindingsLeft(outcome.plan) { throw ExitStatus.findings }
    }

    private func printErrors(_ messages: [String]) {
        for message in messages { Console.standardError.tell(message) }
    }

    private func hasFindingsLeft(_ plan: AltPlan) -> Bool {
        plan.steps.contains { step in
            if case .insert = step.decision { return false }
            return output.failOn.isReached(by: step.use.level) && baseline?.contains(step.use) != true
        }
    }
}
