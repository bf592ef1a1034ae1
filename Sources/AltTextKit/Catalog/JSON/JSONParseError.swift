// SPDX-License-Identifier: Apache-2.0

/// Why some text is not JSON.
public struct JSONParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The zero-based byte offset in the text at which it stops being JSON.
    public let byteOffset: Int
    /// What is wrong there.
    public let reason: String
    /// Whether the text merely ends too early, so that more of it could have made it JSON.
    public let isTruncated: Bool

    /// The reason and the place.
    public var description: String { "\(reason) at byte \(byteOffset)" }
}
