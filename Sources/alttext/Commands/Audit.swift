// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser
internal import SystemPackage

/// `alttext audit`
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Report images that lack a text alternative; never uses the network.",
        discussion: """
            EXAMPLES
              alttext audit public
              alttext audit public --format jsonl | jq .image
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

    @OptionGroup var baseline: BaselineOptions

    @Flag(help: "Write the baseline anew: all findings of now are known from then on.")
    var updateBaseline = false

    mutating func validate() throws {
        outputFile = outputFile ?? Settings.value("output")
    }

    func run() async throws {
        let baseline = try BaselineRun(baseline, isUpdating: updateBaseline, site: site, output: output)
        var audit = try await SiteRun(site).audit(showing: ProgressLine(output))
        audit = try baseline?.apply(to: audit) ?? audit
        let isColored = outputFile == nil && Console.standardOutput.isColored(output.color)
        let report = format.report(on: audit, isColored: isColored, isVerbose: output.verbose)
        if let outputFile {
            try OutputFile.write(Array(report.utf8), to: FilePath(outputFile))
            if !output.quiet { Console.standardError.tell(AuditSummary(of: audit).sentence) }
        } else if !(output.quiet && format == .text) {
            try Console.standardOutput.write(results: Array(report.utf8))
        }
        if format != .text || output.quiet {
            for problem in audit.problems {
                Console.standardError.tell(problem.description)
            }
        }
        try finish(with: audit)
    }

    private func finish(with audit: SiteAudit) throws {
        guard audit.problems.isEmpty else { throw ExitStatus.failure }
        guard !audit.uses.contains(where: { output.failOn.isReached(by: $0.level) }) else { throw ExitStatus.findings }
    }
}
