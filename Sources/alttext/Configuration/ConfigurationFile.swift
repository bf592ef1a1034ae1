// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// What `alttext.yml` says.
struct ConfigurationFile: Sendable {
    /// What it is called, in the working directory.
    static let defaultName = "alttext.yml"

    /// The values of the settings that it sets, by their names; of flags `true` or `false`.
    private(set) var values: [String: [String]] = [:]
    /// What the site wants otherwise for some of its images.
    private(set) var rules: [ImageRule] = []
    /// Where the caption service is; `nil` for the service itself.
    private(set) var serviceURL: String?
    /// What `--config` says.
    private(set) var option: String?
    /// The folder of the file, to which its paths are relative; empty for the working directory.
    private(set) var folder = FilePath()

    /// Says nothing.
    init() {}

    /// Reads the file that the arguments or the environment name, or else the one in the working directory, if it is there.
    ///
    /// - Throws: `OptionFileError`, `ConfigurationError`.
    init(namedBy arguments: [String]) throws {
        // What is wrong with the other arguments is told when they are parsed in earnest.
        let option = (try? ConfigurationArguments.parse(arguments))?.config
        let variable = Environment["ALTTEXT_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        guard let path = try option ?? variable ?? Self.nameInWorkingDirectory() else { return }
        let bytes = try OptionFile.bytes(of: path, for: option == nil ? "ALTTEXT_CONFIG" : "--config")
        self = try ConfigurationFile(parsing: bytes, path: path)
        self.option = option
    }

    /// Reads the content of a file.
    init(parsing bytes: [UInt8], path: String) throws(ConfigurationError) {
        folder = FilePath(path).removingLastComponent()
        let document = try ConfigurationDocument(parsing: bytes, path: FilePath(path).onOneLine)
        guard let root = document.root else { return }
        let reader = ConfigurationReader(document: document)
        for (key, value) in try reader.members(of: root) {
            switch key.name {
            case "rules":
                for element in try reader.elements(of: value, key) { rules.append(try reader.rule(element)) }
            case "modelslab": serviceURL = try reader.serviceURL(value)
            default: values[key.name] = try reader.values(value, of: key, reader.setting(key), folder: folder)
            }
        }
    }

    private static func nameInWorkingDirectory() throws(ConfigurationError) -> String? {
        if FilePath(defaultName).exists { return defaultName }
        let misnomer = "alttext.yaml"
        guard FilePath(misnomer).exists else { return nil }
        throw ConfigurationError(
            path: misnomer, mark: nil, reason: "not read: the configuration is called \(defaultName); rename it")
    }
}

/// The arguments of any command, as far as they tell where the configuration is.
private struct ConfigurationArguments: ParsableArguments {
    @Option(name: .shortAndLong) var config: String?
    @Argument(parsing: .allUnrecognized) var others: [String] = []
}
