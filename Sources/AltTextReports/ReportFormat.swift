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

    /// Tells an audit; the text ends in a line feed, or is empty.
    ///
    /// - Parameters:
    ///   - isColored: Whether text for people may hold escape sequences for colour.
    ///   - isVerbose: Whether text for people lists all places.
    public func report(on audit: SiteAudit, isColored: Bool = false, isVerbose: Bool = false) -> String {
        switch self {
        case .text: TextReport(isColored: isColored, placeLimit: isVerbose ? .max : 3).text(for: audit)
        case .json: JSONReport.text(for: audit)
        case .jsonl: JSONLinesReport.text(for: audit)
        }
    }
}
