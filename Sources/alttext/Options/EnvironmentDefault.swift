// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Synchronization

/// Defaults of options that come from `ALTTEXT_…` variables: `ALTTEXT_SITE_URL` for `--site-url`.
enum EnvironmentDefault {
    private static let problems = Mutex<[String]>([])

    /// The value for an option that takes one; `nil` where the variable is not set or empty.
    static func value<Value: ExpressibleByArgument>(_ option: String) -> Value? {
        text(option).flatMap { parse($0, option) }
    }

    /// The values for an option that can be repeated: one a line.
    static func values<Value: ExpressibleByArgument>(_ option: String) -> [Value] {
        (text(option) ?? "").split(whereSeparator: \.isNewline).compactMap { parse(String($0), option) }
    }

    /// Whether a flag is set; to be asked in `validate()`.
    ///
    /// Not as the flag's default: the parser takes a flag that is true from the start for a mistake of the programmer.
    static func isSet(_ option: String) throws -> Bool {
        switch text(option)?.lowercased() {
        case "1", "true", "yes", "on": return true
        case nil, "0", "false", "no", "off": return false
        case .some(let value): throw ValidationError("\(variable(option)): \"\(value)\" is neither true nor false")
        }
    }

    /// Throws what was wrong with the variables that were read.
    static func validate() throws {
        if let problem = problems.withLock({ $0.first }) { throw ValidationError(problem) }
    }

    private static func variable(_ option: String) -> String {
        "ALTTEXT_" + option.uppercased().replacing("-", with: "_")
    }

    private static func text(_ option: String) -> String? {
        Environment[variable(option)].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func parse<Value: ExpressibleByArgument>(_ text: String, _ option: String) -> Value? {
        if let value = Value(argument: text) { return value }
        let choices = Value.allValueStrings
        let hint = choices.isEmpty ? "" : "; use one of \(choices.joined(separator: ", "))"
        note("\(variable(option)): \"\(text)\" is no value for --\(option)\(hint)")
        return nil
    }

    private static func note(_ problem: String) {
        problems.withLock { $0.append(problem) }
    }
}
