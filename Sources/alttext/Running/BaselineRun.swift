// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser
internal import SystemPackage

/// Holds an audit against a baseline, or writes the baseline anew.
struct BaselineRun {
    private let path: FilePath
    private let isUpdating: Bool
    /// Whether all pages of the site are looked at: otherwise nobody can say what is no longer there.
    private let coversSite: Bool
    private let output: OutputOptions
    private static let listLimit = 10

    /// `nil` where there is no baseline.
    ///
    /// - Throws: `ValidationError` where the baseline cannot be written from what is looked at.
    init?(_ options: BaselineOptions, isUpdating: Bool, site: SiteOptions, output: OutputOptions) throws {
        guard let baseline = options.baseline else {
            guard isUpdating else { return nil }
            throw ValidationError("--update-baseline: name the file with --baseline.")
        }
        guard site.coversSite || !isUpdating else {
            throw ValidationError("--update-baseline: single pages are not the whole site; pass its folder alone.")
        }
        path = FilePath(baseline)
        self.isUpdating = isUpdating
        coversSite = site.coversSite
        self.output = output
    }

    /// The audit without what is known.
    ///
    /// - Throws: `FileError`, `BaselineError`.
    func apply(to audit: SiteAudit) throws -> SiteAudit {
        let isNew = isUpdating && !path.exists
        let original = isNew ? [] : try Baseline.bytes(of: path)
        let baseline = try Baseline(parsing: original, path: path.onOneLine)
        let isComplete = coversSite && audit.problems.isEmpty
        let stale = isComplete ? baseline.staleEntries(after: audit) : []
        guard isUpdating else {
            list("no longer found", stale, note: "--update-baseline takes them out")
            return audit.removing(baseline)
        }
        guard isComplete else {
            tell("not updated, since not all pages could be read")
            return audit.removing(baseline)
        }
        let updated = Baseline(of: audit)
        // An empty file is a baseline, too: nobody ever sees a part of one.
        if isNew { try OutputFile.write([], to: path) }
        try FileReplacement.replace(path, containing: original, with: updated.bytes)
        list("added", Baseline(of: audit.removing(baseline)).entries)
        list("taken out", stale)
        tell(updated.entries.count.counting("known finding"))
        return audit.removing(updated)
    }

    private func list(_ title: String, _ entries: [BaselineEntry], note: String? = nil) {
        let shown = entries.prefix(output.verbose ? .max : Self.listLimit)
        for entry in shown { tell("\(title): \(entry)") }
        let rest = entries.count - shown.count
        if rest > 0 { tell("\(title): \(rest) more; -v lists all") }
        if let note, !entries.isEmpty { tell(note) }
    }

    private func tell(_ message: String) {
        if !output.quiet { Console.standardError.tell("\(path.onOneLine): \(message)") }
    }
}
