// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// Workflow commands: GitHub shows them as annotations of the run, and beside the lines of a pull request.
///
/// It shows the first ten of each kind that a step writes, so the most important come first; the others stay in its log.
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>
struct GitHubReport {
    private static let shownCount = 10
    private let audit: SiteAudit
    private let paths: RepositoryPaths

    init(_ audit: SiteAudit, _ settings: ReportSettings) {
        self.audit = audit
        paths = RepositoryPaths(of: audit, settings)
    }

    var text: String {
        let findings = audit.findingsByImportance
        let commands =
            [summary]
            + audit.problems.map { problem in
                command(
                    "error",
                    [("file", paths.path(of: problem.page)), ("title", "alttext: page could not be read")],
                    problem.description)
            } + findings.map(command)
        return commands.joined(separator: "\n") + "\n"
    }

    /// An annotation for all: what is not shown, it tells of.
    private var summary: String {
        let summary = AuditSummary(of: audit)
        let counts = [
            summary.count(of: .error) + summary.problemCount, summary.count(of: .warning), summary.count(of: .note) + 1,
        ]
        let isCut = counts.contains { $0 > Self.shownCount }
        let hint = isCut ? ". GitHub shows \(Self.shownCount) annotations of each kind; the log has all" : ""
        return command("notice", [("title", "alttext")], summary.sentence + hint)
    }

    private func command(for finding: Finding) -> String {
        let use = finding.first
        let rest = finding.uses.count - 1
        return command(
            finding.level == .note ? "notice" : finding.level.rawValue,
            [
                ("file", paths.path(of: use.page)), ("line", "\(use.line)"), ("col", "\(use.column)"),
                ("title", "alttext: \(finding.findingClass.rawValue)"),
            ],
            "\(finding.name): \(use.reason) \(use.nextStep)" + (rest > 0 ? " (and \(rest.counting("more place")))" : "")
        )
    }

    private func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
        let list = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }.joined(separator: ",")
        return "::\(name) \(list)::\(Self.escaped(message, isProperty: false))"
    }

    /// The text as data of a command, which ends with its line.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        TerminalText.escaped(text).replacingScalars { scalar in
            switch scalar {
            case "%": "%25"
            case ":" where isProperty: "%3A"
            case "," where isProperty: "%2C"
            default: nil
            }
        }
    }
}
