// SPDX-License-Identifier: Apache-2.0

public import AltTextKit
public import AltTextReports
// Public, because the conformances of public types are.
public import ArgumentParser

/// When to write in colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

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

extension CaptionLength: ExpressibleByArgument {}
extension LanguageMismatch: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
