// SPDX-License-Identifier: Apache-2.0

/// How much a finding weighs.
public enum Level: String, CaseIterable, Comparable, Hashable, Sendable {
    /// Worth knowing; nothing is wrong by WCAG.
    case note
    /// Most likely a mistake.
    case warning
    /// A failure of WCAG 1.1.1.
    case error

    /// Whether the left one weighs less.
    public static func < (left: Level, right: Level) -> Bool {
        left.weight < right.weight
    }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
