// SPDX-License-Identifier: Apache-2.0

public import AltTextKit

/// The forms in which an audit can be told.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// For people: one block an image, then a summary.
    case text
    /// One JSON document.
    case json
    /// One JSON object a place, each on its own line.
    case jsonl
    /// SARIF 2.1.0, for code scanning and editors.
    case sarif
    /// JUnit's XML, for services that show tests.
    case junit
    /// Workflow commands, which GitHub shows as annotations.
    case github
    /// GitLab's code quality report.
    case gitlab
    /// A table in Markdown, for a job's summary.
    case markdown
    /// One row a place, for spreadsheets.
    case csv
    /// A page to read, which needs nothing but itself.
    case html

    /// Tells an audit; the text ends in a line end, or is empty.
    ///
    /// Pages and images are read again where a format shows something of them.
    public func report(on audit: SiteAudit, settings: ReportSettings = ReportSettings()) -> String {
        switch self {
        case .text: TextReport(settings).text(for: audit)
        case .json: JSONReport.text(for: audit)
        case .jsonl: JSONLinesReport.text(for: audit)
        case .sarif: SARIFReport(audit, settings).text
        case .junit: JUnitReport(settings).text(for: audit)
        case .github: GitHubReport(audit, settings).text
        case .gitlab: GitLabReport(audit, settings).text
        case .markdown: MarkdownReport().text(for: audit)
        case .csv: CSVReport.text(for: audit)
        case .html: HTMLReport().text(for: audit)
        }
    }
}
