// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// An audit as a person reads it: one block an image, then the figures.
struct TextReport {
    private let style: TerminalStyle
    private let placeLimit: Int

    init(_ settings: ReportSettings) {
        style = TerminalStyle(isColored: settings.isColored)
        placeLimit = settings.isVerbose ? .max : 3
    }

    func text(for audit: SiteAudit) -> String {
        var lines: [String] = []
        for problem in audit.problems {
            lines += [style.red("unreadable") + " " + TerminalText.escaped(problem.description), ""]
        }
        var source = SourceReader(of: audit)
        for finding in audit.findings { lines += block(for: finding, showing: &source) + [""] }
        lines += summary(of: audit)
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(for finding: Finding, showing source: inout SourceReader) -> [String] {
        let use = finding.first
        let name = TerminalText.escaped(finding.name)
        var lines = ["\(label(of: finding.level)) \(finding.findingClass.rawValue)  \(style.bold(name))"]
        lines.append("  \(TerminalText.escaped(use.reason)) \(style.dim(use.nextStep))")
        for (index, use) in finding.uses.prefix(placeLimit).enumerated() {
            lines.append("    " + TerminalText.escaped(use.placeName))
            guard index == 0, let line = source.line(of: use).map(CaretLine.init) else { continue }
            lines += ["      " + line.text, "      " + colored(line.caret, finding.level)]
        }
        let rest = finding.uses.count - placeLimit
        if rest > 0 { lines.append("    " + style.dim("and \(rest.counting("more place")); -v lists all")) }
        return lines
    }

    private func label(of level: Level) -> String { colored(level.rawValue, level) }

    private func colored(_ text: String, _ level: Level) -> String {
        switch level {
        case .error: style.red(text)
        case .warning: style.yellow(text)
        case .note: style.blue(text)
        }
    }

    private func summary(of audit: SiteAudit) -> [String] {
        let summary = AuditSummary(of: audit)
        var lines = [summary.sentence]
        if summary.problemCount > 0 { lines.append("\(summary.problemCount.counting("page")) could not be read") }
        if summary.hasNothingMissing { lines.append(AuditSummary.nothingMissing) }
        return lines
    }
}
