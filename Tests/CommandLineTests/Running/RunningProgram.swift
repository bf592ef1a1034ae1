// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that was started.
struct RunningProgram: Sendable {
    /// The number of the process; somebody else's once it has ended.
    let number: Int32
    private let files: ProgramFiles
    private let end: Task<Int32, any Error>

    init(number: Int32, files: ProgramFiles, end: Task<Int32, any Error>) {
        self.number = number
        self.files = files
        self.end = end
    }

    /// Sends a signal.
    func send(_ signal: Int32) {
        kill(number, signal)
    }

    /// Returns once the program has written something, on standard error or output.
    func hasSaid(_ words: String) async throws {
        while !(try files.textOfErrors + files.textOfOutput).contains(words) { await Task.yield() }
    }

    /// Waits for the end.
    func ended() async throws -> ProgramRun {
        try ProgramRun(status: await end.value, files: files)
    }
}
