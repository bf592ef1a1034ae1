// SPDX-License-Identifier: Apache-2.0

/// Why edits cannot be made to a page; always a mistake of the program that made them, never of the page.
public enum PageEditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No byte of the page has this offset.
    case outOfBounds(byteOffset: Int, byteCount: Int)
    /// Two edits insert at the same offset.
    case overlap(byteOffset: Int)
    /// The insertion would change the number of lines.
    case lineFeed(byteOffset: Int)

    /// What is wrong; the path belongs in front of it.
    public var description: String {
        let cause =
            switch self {
            case .outOfBounds(let byteOffset, let byteCount): "byte \(byteOffset) is outside of the \(byteCount) bytes"
            case .overlap(let byteOffset): "two insertions at byte \(byteOffset)"
            case .lineFeed(let byteOffset): "a line break to insert at byte \(byteOffset)"
            }
        return "cannot be edited: \(cause); left alone. Please report this as a bug."
    }
}
