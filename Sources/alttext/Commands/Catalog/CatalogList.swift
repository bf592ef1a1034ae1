// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// `alttext catalog list`
struct CatalogList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the records of the catalog.",
        discussion: """
            EXAMPLES
              alttext catalog list --status suggested
              alttext catalog list --status rejected --status decorative
            """)

    @OptionGroup var selection: CatalogSelection

    @Option(help: "When to write in colour; NO_COLOR is honoured.")
    var color: ColorChoice = Settings.value("color") ?? .auto

    func run() async throws {
        let style = TerminalStyle(isColored: Console.standardOutput.isColored(color))
        let blocks = try await selection.records().map { block(for: $0, style) }
        try Console.standardOutput.write(results: Array(blocks.joined(separator: "\n").utf8))
    }

    private func block(for record: CaptionRecord, _ style: TerminalStyle) -> String {
        let key = record.key
        let language = key.language.isEmpty ? "no language" : key.language
        var lines = [
            "\(styled(record.status, style)) \(key.role) \(language)  \(style.bold(TerminalText.escaped(record.src ?? key.image)))"
        ]
        if let text = record.text { lines.append("  \"\(TerminalText.escaped(text))\"") }
        for note in [record.problem, record.advice].compactMap(\.self) {
            lines.append("  " + style.yellow("The text \(TerminalText.escaped(note))."))
        }
        if let page = record.page {
            lines.append("    " + style.dim(TerminalText.escaped(page) + (record.line.map { ":\($0)" } ?? "")))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func styled(_ status: CaptionStatus, _ style: TerminalStyle) -> String {
        switch status {
        case .suggested: style.yellow(status.rawValue)
        case .approved, .edited, .decorative: style.green(status.rawValue)
        case .rejected: style.red(status.rawValue)
        }
    }
}
