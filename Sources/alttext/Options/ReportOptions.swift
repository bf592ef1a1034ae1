// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser
internal import SystemPackage

/// The reports that a run writes beside what it says anyway.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report there, too, in any format of audit; - for standard output. Repeatable.",
            valueName: "format=file"),
        transform: ReportRequest.parsing)
    var reports: [ReportRequest] = Settings.values("report")

    func validate() throws {
        try Self.check(reports)
    }

    /// - Throws: `ValidationError` where two reports have the same destination.
    static func check(_ reports: [ReportRequest]) throws {
        for (index, report) in reports.enumerated()
        where reports[..<index].contains(where: { $0.destination.isSame(as: report.destination) }) {
            throw ValidationError("Two reports would go to \(report.destination.name): give each a place of its own.")
        }
    }

    /// Writes all of them.
    ///
    /// - Throws: `OutputFileError`, `OutputError`.
    func write(on audit: SiteAudit, _ output: OutputOptions) throws {
        for report in reports { try report.write(on: audit, output) }
    }
}

extension ReportRequest {
    /// Writes the report.
    ///
    /// - Throws: `OutputFileError`, `OutputError`.
    func write(on audit: SiteAudit, _ output: OutputOptions) throws {
        var settings = ReportSettings()
        settings.isVerbose = output.verbose
        settings.failureLevel = output.failOn.level
        switch destination {
        case .file(let path):
            try OutputFile.write(Array(format.report(on: audit, settings: settings).utf8), to: path)
        case .standardOutput:
            settings.isColored = Console.standardOutput.isColored(output.color)
            try Console.standardOutput.write(results: Array(format.report(on: audit, settings: settings).utf8))
        }
    }
}
