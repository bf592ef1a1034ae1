// SPDX-License-Identifier: Apache-2.0

import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

extension TemporaryFolder {
    /// Runs a program in this folder and returns whether its exit status is 0, and all that it printed.
    @discardableResult
    func run(
        _ program: String, _ arguments: String..., input: [UInt8] = []
    ) async throws -> (succeeds: Bool, output: String) {
        let run = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), workingDirectory: FilePath(url.path), input: .array(input),
            output: .string(limit: 1 << 20), error: .combinedWithOutput)
        return (run.terminationStatus.isSuccess, run.standardOutput)
    }
}
