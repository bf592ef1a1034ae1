// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Where the configuration is.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The configuration; alttext.yml, if there is one.", valueName: "file"))
    var config: String?

    mutating func validate() throws {
        try Settings.validate(config: config)
    }
}
