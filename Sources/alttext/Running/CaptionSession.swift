// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import Logging
internal import ModelsLab
internal import SystemPackage

/// Plans the texts of a site, and has the captions made that are missing.
struct CaptionSession {
    /// What a session came to.
    struct Outcome {
        var plan: AltPlan
        /// The captions that would be the answer, and that nobody has made.
        var missing: [CaptionNeed]
        /// What became of the questions; `nil` where none was put.
        var result: CaptionRunner.Result?
        var statistics = CaptionStatistics()
        /// Whether captions are missing although they may be asked for, because there is no key.
        var lacksKey = false
        /// Whether the user stopped the session.
        var isInterrupted = false

        /// The images that were asked for without success, for a reason of their own: not because the whole run was ended.
        var failures: [(need: CaptionNeed, message: String)] {
            (result?.outcomes ?? []).compactMap { need, outcome in
                switch outcome {
                case .captioned, .notAsked: nil
                case .failed(let error): error.endsRun ? nil : (need, error.message)
                case .broken(let message): (need, message)
                }
            }
        }

        /// Whether a limit kept images from being asked for.
        var isIncomplete: Bool {
            (result?.outcomes ?? []).contains { if case .captioned = $0.outcome { false } else { true } }
        }
    }

    private let run: SiteRun
    private let audit: SiteAudit
    private let options: CatalogOptions
    private let service: ServiceOptions
    private let policy: AltPlanner.Policy
    private let configuration: ModelsLabConfiguration?
    private let output: OutputOptions
    /// What authors wrote elsewhere on the site; gathered for the first plan if that needs it.
    private var authoredTexts = AuthoredTexts()

    init(
        run: SiteRun, audit: SiteAudit, options: CatalogOptions, service: ServiceOptions, isOffline: Bool,
        output: OutputOptions
    ) throws {
        self.run = run
        self.audit = audit
        self.options = options
        self.service = service
        self.output = output
        configuration = isOffline ? nil : try service.configuration()
        policy = AltPlanner.Policy(
            lengths: options.length, approvedOnly: options.approvedOnly, languageMismatch: options.languageMismatch,
            isOffline: isOffline)
    }

    /// Plans with what the catalog has; asks nobody.
    mutating func plan() async throws -> Outcome {
        let records = await (try openCatalog(for: .reading)).records
        if AltPlanner.needsAuthoredTexts(for: audit, policy: policy, catalog: records) {
            authoredTexts = try await run.authoredTexts()
        }
        return outcome(of: plan(with: records))
    }

    /// Asks for the captions that are missing, and plans with what has come.
    ///
    /// - Parameters:
    ///   - outcome: What `plan` came to.
    ///   - savesSuggestions: Whether what the site itself suggests goes into the catalog too.
    func caption(
        after outcome: Outcome, savingSuggestions savesSuggestions: Bool, showing progress: ProgressLine
    ) async throws -> Outcome {
        let askable = outcome.missing.filter { $0.canBeAsked(allowingUpload: service.upload) }
        guard savesSuggestions || (!askable.isEmpty && configuration != nil) else { return outcome }

        // Only now, since this waits for other runs and may create the file; what they found in the meantime counts.
        let catalog = try await openCatalog(for: .writing)
        do {
            let journal = try openJournal()
            await journal.endAnswered(in: catalog)
            let outcome = try await fill(catalog, journal, savingSuggestions: savesSuggestions, showing: progress)
            await journal.finish()
            try await catalog.finish()
            return outcome
        } catch {
            // What was paid for is in the file already; this brings it in order.
            try? await catalog.finish()
            throw error
        }
    }

    private func fill(
        _ catalog: CaptionCatalog, _ journal: JobJournal, savingSuggestions savesSuggestions: Bool,
        showing progress: ProgressLine
    ) async throws -> Outcome {
        var outcome = outcome(of: plan(with: await catalog.records))
        if savesSuggestions {
            let known = await catalog.records
            for record in CatalogSuggestions.records(of: outcome.plan, notIn: known, today: Today.text) {
                try await catalog.append(record)
            }
        }
        let needs = outcome.missing.filter { $0.canBeAsked(allowingUpload: service.upload) }
        guard let configuration, !needs.isEmpty else { return outcome }
        let (result, statistics) = try await withModelsLabCaptioner(configuration: configuration, logger: logger) {
            captioner in
            let runner = CaptionRunner(
                captioner: captioner, catalog: catalog, journal: journal, today: Today.text)
            progress.begin("captions", of: min(needs.count, service.captionLimit ?? .max))
            // No more than may be open: a question takes the place of one whose answer is saved.
            let result = await runner.run(needs, limit: service.captionLimit, width: service.concurrency) {
                progress.note($0)
            }
            progress.end()
            return (result, captioner.statistics)
        }
        outcome = self.outcome(of: plan(with: await catalog.records))
        outcome.result = result
        outcome.statistics = statistics
        return outcome
    }

    private func plan(with records: [CaptionRecord]) -> AltPlan {
        let planner = AltPlanner(
            policy: policy, catalog: records, audit: audit, authoredTexts: authoredTexts, library: run.library,
            titles: run.titles)
        return AltPlan(for: audit, by: planner)
    }

    private func outcome(of plan: AltPlan) -> Outcome {
        let missing = CaptionNeed.needs(of: plan)
        return Outcome(
            plan: plan, missing: missing, lacksKey: configuration == nil && !policy.isOffline && !missing.isEmpty)
    }

    private func openCatalog(for access: CaptionCatalog.Access) async throws -> CaptionCatalog {
        let isQuiet = output.quiet
        return try await CaptionCatalog.open(FilePath(options.catalog), for: access) { notice in
            if !isQuiet { Console.standardError.tell("\(notice)") }
        }
    }

    private func openJournal() throws -> JobJournal {
        let (isQuiet, isVerbose) = (output.quiet, output.verbose)
        let oldest = Today.text(daysAgo: Self.jobLifetimeInDays)
        return try JobJournal(besideCatalog: FilePath(options.catalog), today: Today.text, oldest: oldest) { notice in
            if case .expired = notice, !isVerbose { return }
            if !isQuiet { Console.standardError.tell("\(notice)") }
        }
    }

    private var logger: Logger {
        var logger = Logger(label: "alttext") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = output.verbose ? .debug : .error
        return logger
    }

    /// How long a job is asked for; ModelsLab does not say for how long it knows one.
    private static let jobLifetimeInDays = 7
}

extension CaptionError {
    /// What happened, in one line.
    var message: String {
        switch self {
        case .unauthorized(let text), .outOfCredit(let text), .rejected(let text), .rateLimited(let text),
            .unavailable(let text), .timedOut(_, let text), .failed(let text):
            text
        case .cancelled: "cancelled"
        }
    }
}
