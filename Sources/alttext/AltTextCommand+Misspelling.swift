// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import ArgumentParser

extension AltTextCommand {
    /// The error for arguments that begin with a command that there is not; `nil` where they do not.
    ///
    /// The parser takes it for an argument, and tells of all arguments behind it.
    static func misspelling(in arguments: [String]) -> ValidationError? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else { return nil }
        let hint = names.nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
        return ValidationError("Unknown command '\(name)'.\(hint)")
    }
}
