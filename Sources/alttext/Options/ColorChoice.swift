// SPDX-License-Identifier: Apache-2.0

public import AltTextKit
public import AltTextReports
// Public, because the conformances of public types are.
public import ArgumentParser

/// When to write in colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

extension LanguageMismatch: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
