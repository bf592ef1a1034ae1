// SPDX-License-Identifier: Apache-2.0

/// Escape sequences for colour, or none.
public struct TerminalStyle: Sendable {
    private let isColored: Bool

    /// A style that writes escape sequences, or nothing but the text.
    public init(isColored: Bool) {
        self.isColored = isColored
    }

    /// The text in bold.
    public func bold(_ text: String) -> String { styled(text, 1) }
    /// The text in faint.
    public func dim(_ text: String) -> String { styled(text, 2) }
    /// The text in red.
    public func red(_ text: String) -> String { styled(text, 31) }
    /// The text in green.
    public func green(_ text: String) -> String { styled(text, 32) }
    /// The text in yellow.
    public func yellow(_ text: String) -> String { styled(text, 33) }
    /// The text in blue.
    public func blue(_ text: String) -> String { styled(text, 34) }

    private func styled(_ text: String, _ code: Int) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
