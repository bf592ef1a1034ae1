// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// How a run speaks.
struct OutputOptions: ParsableArguments {
    @Option(help: "Which findings make the command fail.")
    var failOn: FailureThreshold = Settings.value("fail-on") ?? .error

    @Flag(name: .shortAndLong, help: "No text report, summary or progress; errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "List everything; log requests.")
    var verbose = false

    @Flag(help: "No progress bar.")
    var noProgress = false

    @Option(help: "When to write in colour; NO_COLOR is honoured.")
    var color: ColorChoice = Settings.value("color") ?? .auto

    mutating func validate() throws {
        quiet = quiet || Settings.isSet("quiet")
        verbose = verbose || Settings.isSet("verbose")
        noProgress = noProgress || Settings.isSet("no-progress")
    }
}
