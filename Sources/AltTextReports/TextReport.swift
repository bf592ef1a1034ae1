// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// An audit as a person reads it: one block an image, then the figures.
struct TextReport {
    private let style: TerminalStyle
    private let placeLimit: Int

    init(isColored: Bool, placeLimit: Int) {
        style = TerminalStyle(isColored: isColored)
        self.placeLimit = placeLimit
    }

    func text(for audit: SiteAudit) -> String {
        var lines: [String] = []
        for problem in audit.problems {
            lines += [style.red("unreadable") + " " + TerminalText.escaped(problem.description), ""]
        }
        for finding in audit.findings { lines += block(for: finding) + [""] }
        lines += summary(of: audit)
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(for finding: Finding) -> [String] {
        let use = finding.first
        let noName = use.findingClass == .area ? "(area)" : "(no source)"
        let name = TerminalText.escaped(use.image?.name ?? use.src ?? noName)
        var lines = ["\(label(of: finding.level)) \(finding.findingClass.rawValue)  \(style.bold(name))"]
        lines.append("  \(TerminalText.escaped(use.reason)) \(style.dim(use.nextStep))")
        lines += finding.uses.prefix(placeLimit).map { use in
            "    \(TerminalText.escaped(use.page.string)):\(use.line):\(use.column)"
        }
        let rest = finding.uses.count - placeLimit
        if rest > 0 {
            lines.append("    " + style.dim("and \(rest) more \(rest == 1 ? "place" : "places"); -v lists all"))
        }
        return lines
    }

    private func label(of level: Level) -> String {
        switch level {
        case .error: style.red("error")
        case .warning: style.yellow("warning")
        case .note: style.blue("note")
        }
    }

    private func summary(of audit: SiteAudit) -> [String] {
        let summary = AuditSummary(of: audit)
        var lines = [summary.sentence]
        if summary.problemCount > 0 { lines.append("\(summary.problemCount.counting("page")) could not be read") }
        // A machine sees a missing text, never a fitting one.
        if summary.count(of: .error) == 0, summary.count(of: .pixel) == 0, summary.problemCount == 0,
            summary.knownCount ?? 0 == 0
        {
            lines.append("No missing alt found. Whether each alt says the right thing, a person has to judge.")
        }
        return lines
    }
}
