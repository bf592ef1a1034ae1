// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser

/// The level from which on findings make the command fail.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
    case error, warning, note, never

    /// Whether a finding of this level makes the command fail.
    func isReached(by level: Level) -> Bool {
        switch self {
        case .error: level >= .error
        case .warning: level >= .warning
        case .note: level >= .note
        case .never: false
        }
    }
}
