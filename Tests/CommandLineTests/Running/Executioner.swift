// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Kills programs that talk to a stand-in.
actor Executioner {
    /// When a program is killed.
    struct Moment {
        /// After how many of its requests; 0 for its start.
        var requests: Int
        /// How long after that.
        var delay: Duration
    }

    private var victim: RunningProgram?
    private var moment = Moment(requests: 0, delay: .zero)

    /// Runs a program that is killed unless it ends before.
    func run(_ program: RunningProgram, until moment: Moment) async throws -> ProgramRun {
        victim = program
        self.moment = moment
        if moment.requests == 0 { strike(program) }
        let run = try await program.ended()
        victim = nil
        return run
    }

    /// Counts a request of the program.
    func noteRequest() {
        moment.requests -= 1
        if moment.requests == 0, let victim { strike(victim) }
    }

    private func strike(_ program: RunningProgram) {
        let delay = moment.delay
        Task {
            try await Task.sleep(for: delay)
            // Its number may be another program's by now.
            if victim?.number == program.number { program.send(SIGKILL) }
        }
    }
}
