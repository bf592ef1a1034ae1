// SPDX-License-Identifier: Apache-2.0

internal import AltTextConfig
internal import AltTextKit
internal import ModelsLab
internal import SystemPackage

/// Makes values of the nodes of a configuration file, and says where they are none.
struct ConfigurationReader {
    /// A key, and where it stands.
    struct Key {
        let name: String
        let node: ConfigurationNode
    }

    let document: ConfigurationDocument

    // MARK: Mappings and lists

    /// The keys and values of a mapping; a key without a value is not set.
    func members(of node: ConfigurationNode) throws(ConfigurationError) -> [(key: Key, value: ConfigurationNode)] {
        guard case .mapping(let pairs) = node.value else {
            throw document.error(at: node, "give keys with values, such as `root: public`, not \(node.kind)")
        }
        var members: [(Key, ConfigurationNode)] = []
        for (key, value) in pairs {
            guard case .text(let name) = key.value else {
                throw document.error(at: key, "a key has to be text, not \(key.kind)")
            }
            if Self.isSecret(name) {
                throw document.error(
                    at: key,
                    "the service's key does not belong here, where others read it; "
                        + "set MODELSLAB_API_KEY, or name a file that holds it with 'api-key-file'")
            }
            if case .null = value.value { continue }
            members.append((Key(name: name, node: key), value))
        }
        return members
    }

    /// The elements of a list.
    func elements(of node: ConfigurationNode, _ key: Key) throws(ConfigurationError) -> [ConfigurationNode] {
        guard case .list(let elements) = node.value else { throw mismatch(node, key, "a list") }
        return elements
    }

    /// Whether somebody would put the key of the service behind a key of the file.
    private static func isSecret(_ name: String) -> Bool {
        let letters = name.lowercased().filter(\.isLetter)
        return letters.hasSuffix("apikey") || ["key", "token", "secret", "password"].contains(letters)
    }

    // MARK: Settings

    /// The setting that a key names.
    func setting(_ key: Key) throws(ConfigurationError) -> Setting {
        if let setting = Setting.named[key.name] { return setting }
        if Setting.commandLineOnly.contains(key.name) {
            throw document.error(at: key.node, "'\(key.name)' cannot be set here; pass --\(key.name)")
        }
        if key.name == "modelslab.url" {
            throw document.error(at: key.node, "unknown key 'modelslab.url': write 'url' inside of 'modelslab'")
        }
        throw unknown(key, Setting.all.map(\.name) + ["rules", "modelslab"])
    }

    /// The values that a setting is given, as the command line would have them.
    ///
    /// - Parameter folder: What relative paths are relative to.
    func values(
        _ node: ConfigurationNode, of key: Key, _ setting: Setting, folder: FilePath
    ) throws(ConfigurationError) -> [String] {
        var values: [String] = []
        for (text, place) in try texts(node, of: key, setting.form) {
            if let problem = setting.problem(with: text) {
                throw document.error(at: place, "'\(key.name)' cannot be '\(text)': \(problem)")
            }
            values.append(setting.relocated(text, folder))
        }
        return values
    }

    /// The texts that stand for a value of some form, and where they are.
    private func texts(
        _ node: ConfigurationNode, of key: Key, _ form: Setting.Form
    ) throws(ConfigurationError) -> [(text: String, place: ConfigurationNode)] {
        switch (form, node.value) {
        case (.flag, .bool(let value)): return [(String(value), node)]
        case (.flag, _): throw mismatch(node, key, "true or false")
        case (.wholeNumber, .number(let literal)), (.number, .number(let literal)): return [(literal, node)]
        case (.wholeNumber, _): throw mismatch(node, key, "a whole number")
        case (.number, _): throw mismatch(node, key, "a number")
        case (.list, .list(let elements)):
            var texts: [(String, ConfigurationNode)] = []
            for element in elements { texts.append((try text(element, key), element)) }
            return texts
        case (.words, .list): return [(try texts(node, key).joined(separator: ","), node)]
        case (.list, .text(let text)), (.words, .text(let text)): return [(text, node)]
        case (.list, _), (.words, _): throw mismatch(node, key, "text or a list of texts")
        case (.text, _), (.path, _): return [(try text(node, key), node)]
        }
    }

    /// Where the caption service is.
    func serviceURL(_ node: ConfigurationNode) throws(ConfigurationError) -> String? {
        var url: String?
        for (key, value) in try members(of: node) {
            guard key.name == "url" else { throw unknown(key, ["url"]) }
            let text = try text(value, key)
            do {
                try ModelsLabConfiguration.validate(baseURL: text)
            } catch {
                throw document.error(at: value, "\(error)")
            }
            url = text
        }
        return url
    }

    // MARK: Values

    /// A text; numbers and the like are none without quotes.
    func text(_ node: ConfigurationNode, _ key: Key) throws(ConfigurationError) -> String {
        guard case .text(let text) = node.value else { throw mismatch(node, key, "text, in quotes if need be") }
        return text
    }

    /// One text or a list of them.
    func texts(_ node: ConfigurationNode, _ key: Key) throws(ConfigurationError) -> [String] {
        guard case .list(let elements) = node.value else { return [try text(node, key)] }
        var texts: [String] = []
        for element in elements { texts.append(try text(element, key)) }
        return texts
    }

    func bool(_ node: ConfigurationNode, _ key: Key) throws(ConfigurationError) -> Bool {
        guard case .bool(let value) = node.value else { throw mismatch(node, key, "true or false") }
        return value
    }

    /// One of the values that a type has.
    func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ node: ConfigurationNode, _ key: Key
    ) throws(ConfigurationError) -> Value {
        let text = try text(node, key)
        guard let value = Value(rawValue: text) else {
            let choices = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw document.error(at: node, "'\(key.name)' cannot be '\(text)': use one of \(choices)")
        }
        return value
    }

    // MARK: Errors

    func unknown(_ key: Key, _ names: [String]) -> ConfigurationError {
        let hint = names.nearest(to: key.name).map { " (did you mean '\($0)'?)" } ?? ""
        return document.error(at: key.node, "unknown key '\(key.name)'\(hint)")
    }

    private func mismatch(_ node: ConfigurationNode, _ key: Key, _ expected: String) -> ConfigurationError {
        document.error(at: node, "'\(key.name)' has to be \(expected), not \(node.kind)")
    }
}
