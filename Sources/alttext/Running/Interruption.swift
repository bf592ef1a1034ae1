// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What happens when the user, or the system, asks the process to stop.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM]

    /// Runs work that the first SIGINT or SIGTERM cancels, so that it can save what it has. A second one ends the process.
    static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let sources = signals.map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal)
            source.setEventHandler {
                restoreDefaults()
                arrival.yield()
            }
            return source
        }
        // Dispatch only sees signals that do not end the process.
        for signal in signals { _ = Self.signal(signal, SIG_IGN) }
        for source in sources { source.resume() }
        defer {
            for source in sources { source.cancel() }
            restoreDefaults()
        }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                for await _ in arrivals { return nil }
                return nil
            }
            while let result = try await group.next() {
                guard let result else {
                    group.cancelAll()
                    continue
                }
                arrival.finish()
                group.cancelAll()
                return result
            }
            throw CancellationError()
        }
    }

    private static func restoreDefaults() {
        for signal in signals { _ = Self.signal(signal, SIG_DFL) }
    }

    private static func signal(_ signal: CInt, _ handler: sig_t?) -> sig_t? {
        #if canImport(Darwin)
        Darwin.signal(signal, handler)
        #elseif canImport(Musl)
        Musl.signal(signal, handler)
        #else
        Glibc.signal(signal, handler)
        #endif
    }
}
