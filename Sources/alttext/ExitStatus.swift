// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// How a run ended, as the caller of the process sees it.
enum ExitStatus: Int32, Error {
    /// Done, and no finding at or above `--fail-on` is left.
    case success = 0
    /// Done, and findings are left.
    case findings = 1
    /// The job could not be done: unreadable input, a broken configuration, catalog or baseline, a refused key, no credit, no pages.
    case failure = 2
    /// Some images failed or a limit was reached; everything finished is saved.
    case incomplete = 3
    /// Wrong usage.
    case usage = 64

    var code: ExitCode { ExitCode(rawValue) }
}
