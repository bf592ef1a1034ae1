// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import ArgumentParser
internal import SystemPackage

/// An option that the environment and the configuration file can set, too.
struct Setting: Sendable {
    /// How its value is written.
    enum Form: Sendable {
        /// True or false.
        case flag
        case text
        /// A file or folder; in the configuration file it is relative to that file.
        case path
        case wholeNumber, number
        /// Some words, separated by commas; in the configuration file a list, too.
        case words
        /// Several texts: one a line in the environment, a list in the configuration file, or one text.
        case list
    }

    /// The option's long name, without the dashes.
    let name: String
    let form: Form
    /// What a value or, of `words`, each word can be; empty where that is open.
    let choices: [String]
    /// The least number that is a value.
    let minimum: Int?
    /// What a value of the configuration file is in the working directory, given the folder of the file.
    let relocated: @Sendable (_ value: String, _ folder: FilePath) -> String
    private let ownProblem: @Sendable (String) -> String?

    init(
        _ name: String, _ form: Form, choices: [String] = [], minimum: Int? = nil,
        problem: @escaping @Sendable (String) -> String? = { _ in nil },
        relocated: (@Sendable (String, FilePath) -> String)? = nil
    ) {
        self.relocated = relocated ?? { value, folder in form == .path ? Self.path(value, in: folder) : value }
        self.name = name
        self.form = form
        self.choices = choices
        self.minimum = minimum
        ownProblem = problem
    }

    /// A path from a folder on; `-` is no path, but standard input or output.
    static func path(_ path: String, in folder: FilePath) -> String {
        path == "-" ? path : folder.pushing(FilePath(path)).string
    }

    /// The name of the variable.
    var variable: String { "ALTTEXT_" + name.uppercased().replacing("-", with: "_") }

    /// Why a text is no value; `nil` where it is one.
    func problem(with text: String) -> String? {
        if let problem = ownProblem(text) { return problem }
        if form == .text, !choices.isEmpty, !choices.contains(text) {
            return "use one of \(choices.joined(separator: ", "))"
        }
        if form == .wholeNumber, Int(text) == nil { return "not a whole number" }
        guard form == .wholeNumber || form == .number else { return nil }
        guard let number = Double(text) else { return "not a number" }
        // Not so that "not a number" would pass.
        if let minimum, !(number >= Double(minimum)) { return "give \(minimum) or more" }
        return nil
    }

    /// Throws what is wrong with the values of an option, wherever they come from.
    static func validate(_ name: String, _ values: String...) throws {
        try validate(name, values)
    }

    /// Throws what is wrong with the values of an option, wherever they come from.
    static func validate(_ name: String, _ values: [String]) throws {
        guard let setting = named[name] else { return }
        for value in values {
            if let problem = setting.problem(with: value) {
                throw ValidationError("--\(name) \"\(value)\": \(problem).")
            }
        }
    }
}
