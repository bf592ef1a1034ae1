// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ModelsLab
internal import OrderedCollections
internal import SystemPackage

/// What a run says at its end: what was filled by which source, what is left and why, and what it cost.
struct RunSummary {
    private let audit: SiteAudit
    private let outcome: CaptionSession.Outcome
    /// The pages on which nothing could be done.
    private let failedPages: Set<FilePath>
    private let style: TerminalStyle
    private let isVerbose: Bool
    /// Whether images without a public URL may be asked for.
    private let mayUpload: Bool
    /// What keeps having no alt, or no good one, though something could be done.
    private let leftSteps: [AltPlan.Step]
    /// How many more keep having none, which a baseline knows.
    private let knownCount: Int
    /// How many images are listed without `--verbose`.
    private static let listLimit = 10

    init(
        audit: SiteAudit, outcome: CaptionSession.Outcome, failedPages: Set<FilePath>, baseline: Baseline?,
        mayUpload: Bool, output: OutputOptions
    ) {
        self.audit = audit
        self.outcome = outcome
        self.failedPages = failedPages
        style = TerminalStyle(isColored: Console.standardError.isColored(output.color))
        isVerbose = output.verbose
        self.mayUpload = mayUpload
        let leftSteps = outcome.plan.steps.filter {
            switch $0.decision {
            case .needsCaption, .leave: true
            case .insert, .nothing: false
            }
        }
        self.leftSteps = leftSteps.filter { baseline?.contains($0.use) != true }
        knownCount = leftSteps.count - self.leftSteps.count
    }

    /// The summary; the text ends in a line feed.
    ///
    /// - Parameter verb: What was done with the texts that were found, such as `inserted`.
    func text(verb: String) -> String {
        var lines = audit.problems.map { style.red("error: ") + TerminalText.escaped($0.description) }
        lines += failures + list("left: ", leftSteps) { reason(of: $0) } + list("check: ", advisedSteps) { $0.warning }
        lines.append(
            "\(audit.pageCount.counting("page")), "
                + "\(audit.uses.count { $0.findingClass.isMissingAlt }.counting("image")) without alt")
        lines.append("  \(verb): \(insertions)")
        if !failedPages.isEmpty {
            lines.append("  on \(failedPages.count.counting("page")) that failed: \(failedCount)")
        }
        if !settled.isEmpty { lines.append("  without need of one: \(settled)") }
        if !leftSteps.isEmpty { lines.append("  left: \(leftSteps.count) (\(Self.countsByClass(of: leftSteps)))") }
        if knownCount > 0 { lines.append("  left, and known: \(knownCount)") }
        if outcome.statistics.requests > 0 || outcome.result != nil {
            lines.append(
                "  service: \(outcome.statistics.requests.counting("request")), "
                    + "\(outcome.statistics.captions.counting("caption")), "
                    + Money.text(forCaptions: outcome.statistics.captions))
        }
        lines += hints
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: What was done

    private var insertions: String {
        let origins = outcome.plan.steps.filter { !failedPages.contains($0.use.page) }.compactMap(\.origin)
        guard !origins.isEmpty else { return "0" }
        let counts = AltOrigin.allCases.compactMap { origin -> String? in
            let count = origins.count { $0 == origin }
            return count == 0 ? nil : "\(count) \(origin.summary)"
        }
        return "\(origins.count) (\(counts.joined(separator: ", ")))"
    }

    /// How many texts there are for pages on which nothing could be done.
    private var failedCount: Int {
        outcome.plan.steps.count { failedPages.contains($0.use.page) && $0.origin != nil }
    }

    // MARK: What is left

    /// The images without alt that no text is ever written for, such as hidden ones.
    private var settled: String {
        let steps = outcome.plan.steps.filter { $0.decision == .nothing && $0.use.findingClass.isMissingAlt }
        return steps.isEmpty ? "" : "\(steps.count) (\(Self.countsByClass(of: steps)))"
    }

    private static func countsByClass(of steps: [AltPlan.Step]) -> String {
        let counts = steps.reduce(into: [:]) { $0[$1.use.findingClass, default: 0] += 1 }
        return FindingClass.allCases.compactMap { findingClass in
            counts[findingClass].map { "\($0) \(findingClass.rawValue)" }
        }
        .joined(separator: ", ")
    }

    /// The texts that are written and that a person should look at.
    private var advisedSteps: [AltPlan.Step] {
        outcome.plan.steps.filter { $0.advice != nil && !failedPages.contains($0.use.page) }
    }

    /// The images of some steps, each once with each reason.
    private func list(_ label: String, _ steps: [AltPlan.Step], reason: (AltPlan.Step) -> String) -> [String] {
        let groups = OrderedDictionary(grouping: steps) { step in
            "\(step.use.image?.name ?? step.use.src ?? "(no source)"): \(reason(step))"
        }
        let limit = isVerbose ? groups.count : Self.listLimit
        var lines = groups.prefix(limit).map { text, steps in
            let use = steps[0].use
            let more = steps.count > 1 ? " and \(steps.count - 1) more" : ""
            return style.yellow(label) + TerminalText.escaped(text)
                + style.dim(" [\(TerminalText.escaped(use.page.string)):\(use.line)\(more)]")
        }
        if groups.count > limit {
            lines.append(style.dim("and \((groups.count - limit).counting("more image")); -v lists all"))
        }
        return lines
    }

    private func reason(of step: AltPlan.Step) -> String {
        switch step.decision {
        case .leave(let reason): reason
        case .needsCaption where step.use.image?.publicURL == nil && !mayUpload:
            "It needs a caption, and has no public URL: pass --site-url, or consent with --upload."
        default: "It needs a caption."
        }
    }

    private var failures: [String] {
        outcome.failures.map { style.red("failed: ") + TerminalText.escaped($0.message) }
    }

    private var hints: [String] {
        var hints: [String] = []
        if outcome.lacksKey {
            hints.append(
                "hint: \(outcome.missing.count.counting("caption")) would be needed. Set MODELSLAB_API_KEY (or pass --api-key-file) to ask "
                    + "ModelsLab; --estimate tells what that costs.")
        }
        let unanswered = (outcome.result?.outcomes ?? []).count {
            switch $0.outcome {
            case .notAsked, .failed(.cancelled): true
            case .captioned, .failed, .broken: false
            }
        }
        if unanswered > 0, outcome.result?.fatalError == nil {
            hints.append(
                "hint: stopped at a limit or an interruption, \(unanswered.counting("caption")) before the end; "
                    + "run again to go on where this run stopped.")
        }
        return hints
    }
}

extension AltPlan.Step {
    /// What the text comes from that is inserted; `nil` where none is.
    fileprivate var origin: AltOrigin? {
        if case .insert(_, let origin) = decision { origin } else { nil }
    }

    /// What a person should look at in the text that is inserted, as one sentence; empty where that is nothing.
    fileprivate var warning: String {
        guard let advice, case .insert(let insertion, _) = decision else { return "" }
        let text = insertion.text.count > 60 ? insertion.text.prefix(59) + "…" : insertion.text
        return "The text \"\(text)\" \(advice)."
    }
}

extension AltOrigin {
    /// How a summary names it.
    fileprivate var summary: String {
        switch self {
        case .person: "decided in the catalog"
        case .pixel: "pixels"
        case .linkTarget: "named after their link"
        case .embedded: "embedded in the file"
        case .reuse: "reused from the site"
        case .modelsLab: "captions"
        }
    }
}
