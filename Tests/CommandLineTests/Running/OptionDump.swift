// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The options of all commands, as the argument parser itself tells them.
struct OptionDump {
    /// One option or flag.
    struct Option {
        let name: String
        let help: String
        let values: [String]
        let defaultValue: String?
        let valueName: String
        let isFlag: Bool
        let isRepeating: Bool
        /// The commands that have it.
        var commands: [String]
    }

    /// In the order of the commands; each once.
    private(set) var options: [Option] = []

    /// Asks the built tool.
    ///
    /// - Parameter commands: Those that are left out, such as `catalog export`.
    init(leavingOut commands: Set<String>) async throws {
        let run = try await Program.alttext.run(["--experimental-dump-help"], in: try WorkFolder())
        let dump = try JSONDecoder().decode(Dump.self, from: Data(run.output))
        for command in dump.command.subcommands ?? [] { add(command, named: command.commandName, commands) }
    }

    private mutating func add(_ command: Command, named name: String, _ excluded: Set<String>) {
        guard !excluded.contains(name) else { return }
        for argument in command.arguments ?? [] where argument.kind != "positional" {
            guard let option = argument.names?.first(where: { $0.kind == "long" })?.name else { continue }
            if let index = options.firstIndex(where: { $0.name == option }) {
                options[index].commands.append(name)
            } else {
                options.append(
                    Option(
                        name: option, help: argument.abstract ?? "", values: argument.allValues ?? [],
                        defaultValue: argument.defaultValue, valueName: argument.valueName ?? "",
                        isFlag: argument.kind == "flag", isRepeating: argument.isRepeating, commands: [name]))
            }
        }
        for subcommand in command.subcommands ?? [] {
            add(subcommand, named: "\(name) \(subcommand.commandName)", excluded)
        }
    }

    private struct Dump: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let abstract: String?
        let allValues: [String]?
        let defaultValue: String?
        let valueName: String?
        let isRepeating: Bool
    }
}
