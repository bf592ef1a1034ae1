// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// A line of a page and, below it, a caret under the place in question; cut where it is long.
struct CaretLine {
    /// The line, fit for a terminal.
    let text: String
    /// Spaces, then the caret.
    let caret: String
    /// How many scalars are shown in front of and from the place on.
    private static let limits = (before: 48, after: 64)

    init(_ line: SourceLines.Line) {
        let unindented = line.before.unicodeScalars.drop { $0.properties.isWhitespace }
        let before = unindented.suffix(Self.limits.before)
        let after = line.after.unicodeScalars.prefix(Self.limits.after)
        let isCutBefore = line.isCutBefore || before.startIndex > unindented.startIndex
        let isCutAfter = line.isCutAfter || after.endIndex < line.after.endIndex
        let start = (isCutBefore ? "…" : "") + Self.shown(before)
        text = start + Self.shown(after) + (isCutAfter ? "…" : "")
        caret = String(repeating: " ", count: start.unicodeScalars.reduce(0) { $0 + $1.terminalWidth }) + "^"
    }

    private static func shown(_ scalars: Substring.UnicodeScalarView) -> String {
        // A tab has another width in every terminal.
        TerminalText.escaped(String(Substring(scalars)).replacingScalars { $0 == "\t" ? " " : nil })
    }
}
