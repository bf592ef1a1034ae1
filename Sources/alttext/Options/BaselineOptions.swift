// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// Which findings are known and put off.
struct BaselineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Known findings, which are not reported and do not fail.", valueName: "file"))
    var baseline: String?

    mutating func validate() throws {
        baseline = baseline ?? Settings.value("baseline")
    }

    /// The known findings; `nil` where there is no baseline.
    ///
    /// - Throws: `FileError`, `BaselineError`.
    func read() throws -> Baseline? {
        guard let baseline else { return nil }
        let path = FilePath(baseline)
        return try Baseline(parsing: try Baseline.bytes(of: path), path: path.onOneLine)
    }
}
