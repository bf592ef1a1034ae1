// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Ctrl-C, or the end of a CI job, during work that has something to save.
enum Interruption {
    /// Runs `work` and cancels it at the first interruption, so that it can end well; a second one ends the process.
    static func cancelling<Success: Sendable>(
        _ work: @escaping @Sendable () async throws -> Success
    ) async throws -> Success {
        try await withThrowingTaskGroup(of: Success?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                await waitForSignal()
                return nil
            }
            defer { group.cancelAll() }
            while let success = try await group.next() {
                if let success { return success }
                // Interrupted: the work is told, and still has the last word.
                group.cancelAll()
            }
            throw CancellationError()
        }
    }

    /// Waits for a signal, or for the end of the task. Afterwards signals end the process again.
    private static func waitForSignal() async {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM].map { number in
            // Dispatch tells of signals; the process itself must not take them as its end.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { arrival.yield() }
            source.resume()
            return source
        }
        for await _ in arrivals { break }
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
