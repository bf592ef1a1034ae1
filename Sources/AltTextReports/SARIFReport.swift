// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One result a finding, as code scanning and editors take it.
///
/// SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. GitHub's subset and limits:
/// <https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning>
struct SARIFReport {
    /// What GitHub takes. What is beyond is left out by importance, and a notification tells of it.
    struct Limits {
        /// The results of a run. GitHub rejects a file with more.
        var results = 25_000
        /// The results of a run that GitHub shows.
        var shownResults = 5_000
        /// The places of a result. GitHub rejects a file with more.
        var placesOfResult = 1_000
        /// The places of all results but the first of each. GitHub takes 10 MB, compressed with gzip: 25,000 results with as
        /// many places as this are about 4.
        var places = 200_000
    }

    private static let base = "%SRCROOT%"
    private let audit: SiteAudit
    private let paths: RepositoryPaths
    private let limits: Limits
    private let classes = FindingClass.allCases

    init(_ audit: SiteAudit, _ settings: ReportSettings, limits: Limits = Limits()) {
        self.audit = audit
        self.limits = limits
        paths = RepositoryPaths(of: audit, settings)
    }

    var text: String {
        var places = limits.places
        var leftPlaces = 0
        let findings = audit.findingsByImportance.prefix(limits.results)
        let results = findings.map { finding -> JSONValue in
            let rest = min(finding.uses.count - 1, limits.placesOfResult - 1, places)
            places -= rest
            leftPlaces += finding.uses.count - 1 - rest
            return .object(result(for: finding, placeCount: rest + 1))
        }
        let run: JSONObject = [
            "tool": ["driver": .object(driver)],
            "originalUriBaseIds": [
                Self.base: ["uri": .string(paths.baseURL)]
            ],
            "columnKind": "unicodeCodePoints",
            "invocations": [
                [
                    "executionSuccessful": .bool(audit.problems.isEmpty),
                    "toolExecutionNotifications": .array(
                        audit.problems.map(notification) + limitNotifications(leftPlaces: leftPlaces)),
                ]
            ],
            "results": .array(results),
        ]
        let document: JSONObject = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [.object(run)],
        ]
        return document.description + "\n"
    }

    // MARK: Rules

    private var driver: JSONObject {
        [
            "name": "alttext", "version": .string(Product.version), "semanticVersion": .string(Product.version),
            "rules": .array(classes.map { .object(rule(for: $0)) }),
        ]
    }

    private func rule(for findingClass: FindingClass) -> JSONObject {
        [
            "id": .string(findingClass.rawValue), "shortDescription": Self.message(findingClass.title),
            "fullDescription": Self.message(findingClass.help),
            "help": [
                "text": .string(Self.plain("\(findingClass.help) See \(findingClass.helpURL)")),
                "markdown": .string("\(findingClass.help)\n\n[Where this rule comes from](\(findingClass.helpURL))"),
            ],
            "helpUri": .string(findingClass.helpURL),
            "defaultConfiguration": ["level": .string(findingClass.level.rawValue)],
            "properties": ["tags": ["accessibility", "alt-text"]],
        ]
    }

    // MARK: Results

    private func result(for finding: Finding, placeCount: Int) -> JSONObject {
        let use = finding.first
        // The place that stands for the finding comes first: GitHub shows the alert there.
        let rest = finding.uses.lazy.filter { ($0.page, $0.offset) != (use.page, use.offset) }.prefix(placeCount - 1)
        let name = finding.name
        let fingerprint = JSONValue.string(finding.fingerprint)
        return [
            "ruleId": .string(finding.findingClass.rawValue),
            "ruleIndex": .int(classes.firstIndex(of: finding.findingClass) ?? -1),
            "level": .string(finding.level.rawValue),
            "message": Self.message("\(name): \(use.reason) \(use.nextStep)"),
            "locations": .array(([use] + rest).map { .object(location(of: $0)) }),
            "occurrenceCount": .int(finding.uses.count),
            // The first is the one that GitHub heeds.
            "partialFingerprints": ["primaryLocationLineHash": fingerprint, "alttextFinding/v1": fingerprint],
            "properties": [
                "image": .string(orNull: use.image?.name), "key": .string(orNull: use.image?.key),
                "role": .string(orNull: use.role?.rawValue), "language": .string(use.language),
            ],
        ]
    }

    private func location(of use: ImageUse) -> JSONObject {
        [
            "physicalLocation": [
                "artifactLocation": artifact(use.page),
                "region": ["startLine": .int(use.line), "startColumn": .int(use.column)],
            ]
        ]
    }

    private func artifact(_ page: FilePath) -> JSONValue {
        ["uri": .string(paths.reference(to: page)), "uriBaseId": .string(Self.base)]
    }

    // MARK: Notifications

    private func notification(of problem: PageProblem) -> JSONValue {
        [
            "level": "error", "descriptor": ["id": "unreadable-page"], "message": Self.message(problem.description),
            "locations": [["physicalLocation": ["artifactLocation": artifact(problem.page)]]],
        ]
    }

    private func limitNotifications(leftPlaces: Int) -> [JSONValue] {
        let count = audit.findings.count
        var notes: [String] = []
        if count > limits.results {
            notes.append(
                "\((count - limits.results).counting("finding")) left out, those of least weight: "
                    + "GitHub takes no more than \(limits.results) results.")
        }
        if count > limits.shownResults {
            notes.append(
                "Of \(min(count, limits.results)) results, GitHub shows the \(limits.shownResults) of most weight.")
        }
        if leftPlaces > 0 {
            notes.append(
                "\(leftPlaces.counting("place")) of the results left out, which occurrenceCount counts: "
                    + "GitHub takes no more than \(limits.placesOfResult) a result, and 10 MB in all.")
        }
        return notes.map { ["level": "warning", "descriptor": ["id": "limits"], "message": Self.message($0)] }
    }

    // MARK: Messages

    private static func message(_ text: String) -> JSONValue { ["text": .string(plain(text))] }

    /// The text as a plain text message, in which braces are doubled, and `[text](target)` would be a link.
    ///
    /// SARIF, 3.11.5 and 3.11.6.
    private static func plain(_ text: String) -> String {
        // Brackets and backslashes are escaped only where there could be a link, as few readers take the escapes away.
        let mayHaveLink = text.utf8.contains(UInt8(ascii: "["))
        return text.replacingScalars { scalar in
            switch scalar {
            case "{": "{{"
            case "}": "}}"
            case "\\" where mayHaveLink: "\\\\"
            case "[" where mayHaveLink: "\\["
            default: nil
            }
        }
    }
}
