// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext catalog stats`
struct CatalogStats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what is in the catalog, and what its captions cost.",
        discussion: """
            EXAMPLES
              alttext catalog stats
            """)

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var file: CatalogFile

    func run() async throws {
        let statistics = CatalogStatistics(of: try await file.open(for: .reading).records)
        try Console.standardOutput.write(results: Array(text(for: statistics).utf8))
    }

    private func text(for statistics: CatalogStatistics) -> String {
        var lines = [
            "\(statistics.recordCount.counting("record")) of \(statistics.imageCount.counting("image"))"
        ]
        lines += CaptionStatus.allCases.compactMap { status in
            statistics.statusCounts[status].map { "  \(status.rawValue): \($0)" }
        }
        if statistics.problemCount > 0 {
            lines.append("  not written as they are: \(statistics.problemCount); `alttext catalog list` says why")
        }
        lines.append("roles: \(list(statistics.roleCounts))")
        lines.append("languages: \(list(statistics.languageCounts))")
        let captions = statistics.captionCounts.values.reduce(0, +)
        let lengths = Dictionary(uniqueKeysWithValues: statistics.captionCounts.map { ($0.key.rawValue, $0.value) })
        lines.append(
            "captions: \(captions == 0 ? "none" : "\(list(lengths)); worth \(Money.text(forCaptions: captions))")")
        return lines.joined(separator: "\n") + "\n"
    }

    private func list(_ counts: [String: Int]) -> String {
        counts.isEmpty
            ? "none"
            : counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.key.isEmpty ? "none" : TerminalText.escaped($0.key)) \($0.value)" }.joined(separator: ", ")
    }
}
