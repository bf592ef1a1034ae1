// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// What edits change in a page, as a unified diff that `git apply` and `patch -p1` turn into the same bytes as `fix`.
///
/// The lines of a page are what stands between line feeds, whatever the bytes: a carriage return is content. There is
/// no `diff --git` line: with one, git takes paths from the top of the repository, not from the working directory, and
/// silently skips the others. Format: <https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html>
public enum UnifiedDiff {
    /// How many unchanged lines are shown around a change.
    private static let contextLineCount = 3

    /// Appends the diff of one page; nothing where there are no edits.
    ///
    /// `path` is relative to where the diff is to be applied. Takes time linear in the size of the page.
    public static func append(
        _ edits: [PageEdit],
        of page: [UInt8],
        at path: FilePath,
        to output: inout [UInt8]
    ) throws(PageEditError) {
        let edits = try edits.sortedForApplication(toByteCount: page.count).filter { !$0.insertion.isEmpty }
        guard !edits.isEmpty else { return }
        appendHeader("--- ", "a/", path, to: &output)
        appendHeader("+++ ", "b/", path, to: &output)
        let lines = EditedLines(of: page, edits: edits)
        for hunk in hunks(changed: lines.changed, lineCount: lines.count) {
            // Insertions bring no line feeds, so a hunk has the same place and length on both sides.
            let range = hunk.count == 1 ? "\(hunk.lowerBound + 1)" : "\(hunk.lowerBound + 1),\(hunk.count)"
            output += "@@ -\(range) +\(range) @@\n".utf8
            append(hunk, of: lines, to: &output)
        }
    }

    private static func appendHeader(
        _ marker: String,
        _ prefix: String,
        _ path: FilePath,
        to output: inout [UInt8]
    ) {
        let name = Array(prefix.utf8) + path.lexicallyNormalized().bytes
        output += marker.utf8
        output += QuotedPath.bytes(of: name)
        // A tab marks where a name with spaces ends; else what follows a space is taken for a time.
        if name.contains(UInt8(ascii: " ")) { output.append(UInt8(ascii: "\t")) }
        output.append(UInt8(ascii: "\n"))
    }

    /// Ranges of line indices with all changes and their context, those that touch made into one.
    private static func hunks(changed: [Int], lineCount: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for line in changed {
            let hunk = max(0, line - contextLineCount)..<min(lineCount, line + contextLineCount + 1)
            if let last = hunks.last, last.upperBound >= hunk.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<hunk.upperBound
            } else {
                hunks.append(hunk)
            }
        }
        return hunks
    }

    private static func append(_ hunk: Range<Int>, of lines: EditedLines, to output: inout [UInt8]) {
        var line = hunk.lowerBound
        while line < hunk.upperBound {
            guard lines.isChanged(line) else {
                lines.append(line, marker: " ", edited: false, to: &output)
                line += 1
                continue
            }
            let start = line
            while line < hunk.upperBound, lines.isChanged(line) { line += 1 }
            for index in start..<line { lines.append(index, marker: "-", edited: false, to: &output) }
            for index in start..<line { lines.append(index, marker: "+", edited: true, to: &output) }
        }
    }
}
