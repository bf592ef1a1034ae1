// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// How a run speaks.
struct OutputOptions: ParsableArguments {
    @Option(help: "Which findings make the command fail.")
    var failOn: FailureThreshold = EnvironmentDefault.value("fail-on") ?? .error

    @Flag(name: .shortAndLong, help: "No text report, summary or progress; errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "List everything; log requests.")
    var verbose = false

    @Flag(help: "No progress bar.")
    var noProgress = false

    @Option(help: "When to write in colour; NO_COLOR is honoured.")
    var color: ColorChoice = EnvironmentDefault.value("color") ?? .auto

    mutating func validate() throws {
        quiet = try quiet || EnvironmentDefault.isSet("quiet")
        verbose = try verbose || EnvironmentDefault.isSet("verbose")
        noProgress = try noProgress || EnvironmentDefault.isSet("no-progress")
    }
}
