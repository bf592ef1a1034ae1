// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// What the environment and the configuration file say of the options: the defaults that the parser is given.
///
/// A flag on the command line counts first, then its variable (`ALTTEXT_SITE_URL` for `--site-url`), then the file.
struct Settings: Sendable {
    /// Those of this process, read when the first option asks for its default.
    static let current = Settings(arguments: Array(CommandLine.arguments.dropFirst()))

    /// What the configuration file says beside the options.
    private(set) var file = ConfigurationFile()
    /// The values of the settings that are set, by their names; of flags `true` or `false`.
    private var values: [String: [String]] = [:]
    private var problem: (any Error)?

    private init(arguments: [String]) {
        do {
            file = try ConfigurationFile(namedBy: arguments)
            values = file.values
        } catch {
            problem = error
        }
        do {
            values.merge(try Self.environment()) { $1 }
        } catch {
            problem = problem ?? error
        }
    }

    /// The value for an option that takes one; `nil` where none is set.
    static func value<Value: ExpressibleByArgument>(_ option: String) -> Value? {
        current.values[option]?.first.flatMap { Value(argument: $0) }
    }

    /// The values for an option that can be repeated.
    static func values<Value: ExpressibleByArgument>(_ option: String) -> [Value] {
        (current.values[option] ?? []).compactMap { Value(argument: $0) }
    }

    /// Whether a flag is set; to be asked in `validate()`.
    ///
    /// Not as the flag's default: the parser takes a flag that is true from the start for a mistake of the programmer.
    static func isSet(_ option: String) -> Bool {
        current.values[option] == ["true"]
    }

    /// Throws what was wrong with the environment or the file; to be asked in `validate()`, so that `--help` still helps.
    ///
    /// - Parameter option: What `--config` says, now that all arguments are parsed.
    static func validate(config option: String?) throws {
        if let problem = current.problem { throw problem }
        if option != current.file.option {
            throw ValidationError("Write --config and its file by themselves, not behind other letters.")
        }
    }

    /// What the variables say; one that is empty is not set.
    private static func environment() throws(ValidationError) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for setting in Setting.all {
            guard let text = Environment[setting.variable], !text.isEmpty else { continue }
            let texts =
                switch setting.form {
                case .flag: [try flag(text, setting)]
                case .list: text.split(whereSeparator: \.isNewline).map(String.init)
                default: [text]
                }
            for text in texts {
                if let problem = setting.problem(with: text) {
                    throw ValidationError("\(setting.variable) \"\(text)\": \(problem).")
                }
            }
            values[setting.name] = texts
        }
        return values
    }

    private static func flag(_ text: String, _ setting: Setting) throws(ValidationError) -> String {
        switch text.lowercased() {
        case "1", "true", "yes", "on": return "true"
        case "0", "false", "no", "off": return "false"
        default: throw ValidationError("\(setting.variable) \"\(text)\": neither true nor false.")
        }
    }
}
