// SPDX-License-Identifier: Apache-2.0

/// A value of a configuration file, and where it stands.
public struct ConfigurationNode: Sendable {
    /// What a value can be: YAML's core schema, without tags, anchors and aliases.
    ///
    /// YAML: <https://yaml.org/spec/1.2.2/#103-core-schema>
    public enum Value: Sendable {
        case null
        case bool(Bool)
        /// A number as it is spelled.
        case number(String)
        case text(String)
        case list([ConfigurationNode])
        /// The keys in the order of the file; none is there twice.
        case mapping([(key: ConfigurationNode, value: ConfigurationNode)])
    }

    /// What stands there.
    public let value: Value
    /// Where it begins.
    public let mark: ConfigurationMark

    /// What kind of value it is, as in "not a list".
    public var kind: String {
        switch value {
        case .null: "nothing"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
