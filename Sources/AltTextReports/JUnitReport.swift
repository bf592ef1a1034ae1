// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One test case a finding, which fails where the command does because of it.
///
/// The form is that of the schema of Jenkins: <https://github.com/jenkinsci/xunit-plugin>.
struct JUnitReport {
    private let failureLevel: Level?
    /// How many places a failure lists.
    private static let placeLimit = 100

    init(_ settings: ReportSettings) {
        failureLevel = settings.failureLevel
    }

    func text(for audit: SiteAudit) -> String {
        // The one that passes: a report without any test counts as a mistake.
        var cases: Markup = """
                <testcase classname="alttext" name="pages are read"/>

            """
        for problem in audit.problems {
            cases += """
                    <testcase classname="alttext.unreadable" name="\(problem.page.string)">
                      <error type="unreadable" message="\(problem.description)"/>
                    </testcase>

                """
        }
        for finding in audit.findings { cases += testCase(for: finding) }
        let count = audit.findings.count + audit.problems.count + 1
        let failures = audit.findings.count(where: isFailure)
        let errors = audit.problems.count
        let report: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="alttext" tests="\(count)" failures="\(failures)" errors="\(errors)">
              <testsuite name="alttext" tests="\(count)" failures="\(failures)" errors="\(errors)" skipped="0">
            \(cases)    <system-out>\(AuditSummary(of: audit).sentence)</system-out>
              </testsuite>
            </testsuites>

            """
        return report.text
    }

    private func isFailure(_ finding: Finding) -> Bool {
        failureLevel.map { finding.level >= $0 } ?? false
    }

    private func testCase(for finding: Finding) -> Markup {
        let use = finding.first
        let message = "\(use.reason) \(use.nextStep)"
        let places = finding.uses.prefix(Self.placeLimit).map { "\n\($0.placeName)" as Markup }
        let rest = finding.uses.count - Self.placeLimit
        let more: Markup = rest > 0 ? "\nand \(rest.counting("more place"))" : ""
        let outcome: Markup =
            isFailure(finding)
            ? "<failure type=\"\(finding.level.rawValue)\" message=\"\(message)\">\(message)\(places)\(more)</failure>"
            : "<system-out>\(finding.level.rawValue): \(message)\(places)\(more)</system-out>"
        return """
                <testcase classname="alttext.\(finding.findingClass.rawValue)" name="\(finding.name)">
                  \(outcome)
                </testcase>

            """
    }
}
