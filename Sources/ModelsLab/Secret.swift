// SPDX-License-Identifier: Apache-2.0

/// A value that cannot be printed by accident: the API key.
///
/// Descriptions, string interpolation, `dump` and mirrors show a placeholder. Only this module can read the value.
public struct Secret: Sendable {
    let revealed: String

    /// Keeps `value` as it is; white space around it is the caller's to trim.
    public init(_ value: String) {
        revealed = value
    }

    /// What stands in place of the value wherever it would have been shown.
    static let placeholder = "[key]"

    /// Whether the value can be a key: not empty, and without white space and control characters.
    var isUsable: Bool {
        !revealed.isEmpty
            && revealed.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A placeholder.
    public var description: String { Self.placeholder }
    /// A placeholder.
    public var debugDescription: String { Self.placeholder }
    /// A mirror of nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
