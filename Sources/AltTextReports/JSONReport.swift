// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One JSON document: a summary, and the findings with their places.
enum JSONReport {
    static func text(for audit: SiteAudit) -> String {
        let document = JSONObject([
            ("schema", .int(1)), ("summary", .object(summary(of: audit))),
            ("findings", .array(audit.findings.map { .object(object(for: $0)) })),
            ("problems", .array(audit.problems.map { .object(object(for: $0)) })),
        ])
        return document.description + "\n"
    }

    private static func summary(of audit: SiteAudit) -> JSONObject {
        let summary = AuditSummary(of: audit)
        var object = JSONObject([
            ("pages", .int(summary.pageCount)), ("unreadablePages", .int(summary.problemCount)),
            ("findings", .int(summary.findingCount)), ("places", .int(summary.placeCount)),
            (
                "levels",
                .object(JSONObject(Level.allCases.reversed().map { ($0.rawValue, .int(summary.count(of: $0))) }))
            ),
            ("classes", .object(JSONObject(summary.classes.map { ($0.rawValue, .int(summary.count(of: $0))) }))),
        ])
        object["knownFindings"] = summary.knownCount.map(JSONValue.int)
        return object
    }

    private static func object(for finding: Finding) -> JSONObject {
        let use = finding.first
        var object = JSONObject([
            ("class", .string(finding.findingClass.rawValue)), ("level", .string(finding.level.rawValue)),
            ("image", .string(orNull: use.image?.name)), ("key", .string(orNull: use.image?.key)),
            ("role", .string(orNull: use.role?.rawValue)), ("language", .string(use.language)),
            ("reason", .string(use.reason)), ("next", .string(use.nextStep)),
            ("places", .array(finding.uses.map { .object(place(of: $0)) })),
        ])
        object["description"] = use.extendedDescription.map(JSONValue.string)
        return object
    }

    private static func place(of use: ImageUse) -> JSONObject {
        JSONObject([
            ("page", .string(use.page.string)), ("line", .int(use.line)), ("column", .int(use.column)),
            ("offset", .int(use.offset)), ("src", .string(orNull: use.src)),
        ])
    }

    private static func object(for problem: PageProblem) -> JSONObject {
        JSONObject([("page", .string(problem.page.string)), ("reason", .string(problem.description))])
    }
}
