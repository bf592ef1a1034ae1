// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a configuration file, and where.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What messages call the file.
    public let path: String
    /// The place in it; `nil` where the whole file is meant.
    public let mark: ConfigurationMark?
    /// What is wrong, and the next step.
    public let reason: String

    /// An error at a place of a file.
    public init(path: String, mark: ConfigurationMark?, reason: String) {
        self.path = path
        self.mark = mark
        self.reason = reason
    }

    /// The place and the reason, in one line.
    public var description: String { "\(path)\(mark.map { ":\($0)" } ?? ""): \(reason)" }
}

/// A place in a configuration file.
public struct ConfigurationMark: Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int

    /// A place in a file.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Line and column, as in `12:3`.
    public var description: String { "\(line):\(column)" }
}
