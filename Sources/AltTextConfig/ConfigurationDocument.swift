// SPDX-License-Identifier: Apache-2.0

internal import Yams

/// The content of a configuration file.
///
/// YAML: <https://yaml.org/spec/1.2.2/>
public struct ConfigurationDocument: Sendable {
    /// What the file says; `nil` where it says nothing.
    public let root: ConfigurationNode?
    private let path: String
    /// More than any configuration has, and little enough to be read at once.
    private static let largestSize = 1 << 20

    /// Reads the bytes of a file, which errors call `path`.
    public init(parsing bytes: [UInt8], path: String) throws(ConfigurationError) {
        self.path = path
        guard bytes.count <= Self.largestSize else {
            throw ConfigurationError(path: path, mark: nil, reason: "more than 1 MiB: this is no configuration")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw ConfigurationError(path: path, mark: nil, reason: "not UTF-8; save it in that encoding")
        }
        // Yams makes aliases out before anybody can refuse them, and compares the keys of mappings in depth, which takes
        // for ever where they hold aliases of aliases. Without its stars a text has no aliases, and shows its anchors.
        if text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) {
            _ = try Self.root(of: text.replacing("*", with: "+"), path: path)
        }
        root = try Self.root(of: text, path: path)
    }

    /// An error at a place of the file.
    public func error(at node: ConfigurationNode, _ reason: String) -> ConfigurationError {
        ConfigurationError(path: path, mark: node.mark, reason: reason)
    }

    private static func root(of text: String, path: String) throws(ConfigurationError) -> ConfigurationNode? {
        do {
            // Types are told here, by the core schema: the resolvers of Yams follow YAML 1.1, where `no` is false.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            return try parser.singleRoot().map { try ConfigurationNode($0) }
        } catch let error as Refusal {
            throw ConfigurationError(path: path, mark: error.mark, reason: error.reason)
        } catch {
            throw ConfigurationError(error, path: path, text: text)
        }
    }
}

/// Something that YAML has and a configuration must not have.
private struct Refusal: Error {
    let mark: ConfigurationMark
    let reason: String
}

extension ConfigurationNode {
    fileprivate init(_ node: Node) throws {
        // Nodes that are read have marks.
        mark = ConfigurationMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard node.anchor == nil else {
            throw Refusal(mark: mark, reason: "anchors and aliases are not supported; write the value out")
        }
        switch node {
        case .scalar(let scalar):
            switch Tag.Name(rawValue: scalar.tag.description) {
            case .implicit where scalar.style == .plain: value = Value(plain: scalar.string)
            case .implicit, .nonSpecific, .str: value = .text(scalar.string)
            default: throw Refusal(mark: mark, reason: "tags are not supported; write the value without it")
            }
        case .sequence(let sequence): value = .list(try sequence.map { try ConfigurationNode($0) })
        case .mapping(let mapping):
            value = .mapping(try mapping.map { (try ConfigurationNode($0.key), try ConfigurationNode($0.value)) })
        case .alias: throw Refusal(mark: mark, reason: "anchors and aliases are not supported; write the value out")
        }
    }
}

extension ConfigurationNode.Value {
    /// The value of a scalar without quotes.
    fileprivate init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        default:
            let isNumber = Double(text) != nil && text.contains { $0.isASCII && $0.isNumber }
            self = isNumber ? .number(text) : .text(text)
        }
    }
}
