// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that was started.
struct RunningProgram: Sendable {
    /// The number of the process; somebody else's once it has ended.
    let number: Int32
    private let output: URL
    private let errorFile: URL
    private let statuses: AsyncStream<Int32>

    init(number: Int32, output: URL, errorFile: URL, statuses: AsyncStream<Int32>) {
        self.number = number
        self.output = output
        self.errorFile = errorFile
        self.statuses = statuses
    }

    /// Sends a signal.
    func send(_ signal: Int32) {
        kill(number, signal)
    }

    /// Returns once the program has written something, on standard error or output.
    func hasSaid(_ words: String) async throws {
        while !(try errors + text(of: output)).contains(words) { await Task.yield() }
    }

    /// Waits for the end; to be called once.
    func ended() async throws -> ProgramRun {
        var status: Int32 = -1
        for await last in statuses { status = last }
        return ProgramRun(status: status, output: try Array(Data(contentsOf: output)), errors: try errors)
    }

    private var errors: String {
        get throws { try text(of: errorFile) }
    }

    private func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
