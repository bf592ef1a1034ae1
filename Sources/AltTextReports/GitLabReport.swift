// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One issue a finding, at its first place, as the code quality widget of a merge request takes it.
///
/// GitLab: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
struct GitLabReport {
    private let audit: SiteAudit
    private let paths: RepositoryPaths

    init(_ audit: SiteAudit, _ settings: ReportSettings) {
        self.audit = audit
        paths = RepositoryPaths(of: audit, settings)
    }

    var text: String {
        let issues = audit.problems.map(issue) + audit.findingsByImportance.map(issue)
        // An issue a line: GitLab takes any white space, and people can compare two reports.
        return "[\n" + issues.map(\.description).joined(separator: ",\n") + "\n]\n"
    }

    private func issue(for finding: Finding) -> JSONObject {
        let use = finding.first
        let rest = finding.uses.count - 1
        return [
            "description": .string(
                "\(finding.name): \(use.reason) \(use.nextStep)"
                    + (rest > 0 ? " (and \(rest.counting("more place")))" : "")),
            "check_name": .string("alttext/\(finding.findingClass.rawValue)"),
            "fingerprint": .string(finding.fingerprint), "severity": .string(severity(of: finding.level)),
            "location": [
                "path": .string(paths.path(of: use.page)), "lines": ["begin": .int(use.line)],
            ],
        ]
    }

    private func issue(for problem: PageProblem) -> JSONObject {
        [
            "description": .string(problem.description), "check_name": "alttext/unreadable-page",
            "fingerprint": .string(problem.fingerprint), "severity": "critical",
            "location": ["path": .string(paths.path(of: problem.page)), "lines": ["begin": 1]],
        ]
    }

    private func severity(of level: Level) -> String {
        switch level {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
