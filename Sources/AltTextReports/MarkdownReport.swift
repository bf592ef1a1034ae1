// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A table of the findings for the summary of a job, a comment, or a wiki.
///
/// GitHub: <https://github.github.com/gfm/>
struct MarkdownReport {
    /// The bytes that the text may have: GitHub drops a longer summary of a step as a whole.
    private let limit: Int
    /// How many places a finding lists.
    private static let placeLimit = 3

    init(limit: Int = 1 << 20) {
        self.limit = limit
    }

    func text(for audit: SiteAudit) -> String {
        let summary = AuditSummary(of: audit)
        var text = "## Text alternatives\n\n**\(summary.sentence)**\n"
        if summary.hasNothingMissing { text += "\n\(AuditSummary.nothingMissing)\n" }
        let findings = audit.findingsByImportance
        add(
            audit.problems.map { "- \(Self.code($0.description))\n" }, of: "page",
            below: "\n### Pages that could not be read\n\n", to: &text)
        add(
            findings.map(row), of: "finding",
            below: "\n| level | class | image | places | what is the matter |\n| --- | --- | --- | --- | --- |\n",
            to: &text)
        return text
    }

    /// Adds as many lines as fit, and says how many do not.
    private func add(_ lines: [String], of noun: String, below head: String, to text: inout String) {
        guard !lines.isEmpty else { return }
        text += head
        // What may still have to be said has less.
        var room = limit - text.utf8.count - 400
        for (index, line) in lines.enumerated() {
            room -= line.utf8.count
            guard room >= 0 else {
                text +=
                    "\n\((lines.count - index).counting("more \(noun)")) left out: a summary holds \(limit) bytes.\n"
                return
            }
            text += line
        }
    }

    private func row(for finding: Finding) -> String {
        let use = finding.first
        var places = finding.uses.prefix(Self.placeLimit).map { Self.code($0.placeName) }
        let rest = finding.uses.count - Self.placeLimit
        if rest > 0 { places.append("and \(rest) more") }
        let cells = [
            finding.level.rawValue, finding.findingClass.rawValue, Self.code(finding.name),
            places.joined(separator: "<br>"), Self.escaped("\(use.reason) \(use.nextStep)"),
        ]
        return "| \(cells.joined(separator: " | ")) |\n"
    }

    // MARK: Escaping

    private static func code(_ text: String) -> String { "<code>\(escaped(text, isCode: true))</code>" }

    /// The text, on one line, in which nothing is markup: what is written as a character reference never is.
    ///
    /// GitHub makes links of names and numbers behind `@` and `#` even so, unless they are code; a word joiner keeps it from
    /// that.
    private static func escaped(_ text: String, isCode: Bool = false) -> String {
        TerminalText.escaped(text).replacingScalars { scalar in
            switch scalar {
            case " ", ",", ".", "/", "-", "(", ")", "%", "=", ";", "?", "\"", "'": nil
            case "@" where !isCode, "#" where !isCode: "&#\(scalar.value);\u{2060}"
            case _ where scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil:
                "&#\(scalar.value);"
            default: nil
            }
        }
        // What begins so is a link as well.
        .replacing("www.", with: "www&#46;")
    }
}
