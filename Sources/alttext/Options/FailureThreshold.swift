// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser

/// The level from which on findings make the command fail.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
    case error, warning, note, never

    /// The least level that makes the command fail; `nil` where none does.
    var level: Level? { Level(rawValue: rawValue) }

    /// Whether a finding of this level makes the command fail.
    func isReached(by level: Level) -> Bool {
        self.level.map { level >= $0 } ?? false
    }
}
