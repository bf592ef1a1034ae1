// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext audit`
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Report images that lack a text alternative; never uses the network.",
        discussion: """
            EXAMPLES
              alttext audit public
              alttext audit public --format jsonl | jq .image
              alttext audit public --report sarif=alttext.sarif --report html=alttext.html
              alttext audit --root public public/index.html --fail-on warning
            """)

    @OptionGroup(title: "Site") var site: SiteOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    @Option(name: .shortAndLong, help: "The form of the report.")
    var format: ReportFormat = Settings.value("format") ?? .text

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write the report there.", valueName: "file"))
    var outputFile: String?

    @OptionGroup(title: "Output") var reports: ReportOptions

    @OptionGroup var baseline: BaselineOptions

    @Flag(help: "Write the baseline anew: all findings of now are known from then on.")
    var updateBaseline = false

    mutating func validate() throws {
        outputFile = outputFile ?? Settings.value("output")
        try ReportOptions.check(reports.reports + (mainReport.map { [$0] } ?? []))
    }

    /// The report of `--format`; `nil` where nobody wants it, or another one takes its place on standard output.
    private var mainReport: ReportRequest? {
        if let outputFile { return ReportRequest(format: format, destination: ReportDestination(outputFile)) }
        let isReplaced = reports.reports.contains { $0.destination == .standardOutput }
        return isReplaced || (output.quiet && format == .text)
            ? nil : ReportRequest(format: format, destination: .standardOutput)
    }

    func run() async throws {
        let baseline = try BaselineRun(baseline, isUpdating: updateBaseline, site: site, output: output)
        var audit = try await SiteRun(site).audit(showing: ProgressLine(output))
        audit = try baseline?.apply(to: audit) ?? audit
        let main = mainReport
        try main?.write(on: audit, output)
        try reports.write(on: audit, output)
        // The text on standard output has both.
        let isTold = main?.format == .text && main?.destination == .standardOutput
        if main?.destination != .standardOutput, !output.quiet {
            Console.standardError.tell(AuditSummary(of: audit).sentence)
        }
        if !isTold { for problem in audit.problems { Console.standardError.tell(problem.description) } }
        try finish(with: audit)
    }

    private func finish(with audit: SiteAudit) throws {
        guard audit.problems.isEmpty else { throw ExitStatus.failure }
        guard !audit.uses.contains(where: { output.failOn.isReached(by: $0.level) }) else { throw ExitStatus.findings }
    }
}
