// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Ctrl-C, the end of a CI job, or that of the terminal.
///
/// The first of these signals ends the process with the status for unfinished work, after work that has something to
/// save could do so. A second one ends the process at once, as signals do.
enum Interruption {
    private struct State {
        var cancel: (@Sendable () -> Void)?
        /// How many stages of work are to be cancelled rather than broken off.
        var stages = 0
    }

    private static let state = Mutex(State())

    /// Begins to listen; to be called once, before the work begins.
    ///
    /// - Parameter cancel: Cancels the work.
    static func listen(_ cancel: @escaping @Sendable () -> Void) {
        // A queue of its own has a thread of its own, however busy the others are.
        let queue = DispatchQueue(label: "signals")
        let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
            // Dispatch tells of signals; the process itself must not take them as its end.
            let previous = signal(number, SIG_IGN)
            // What the caller has the process ignore, as nohup does, stays ignored.
            guard unsafe unsafeBitCast(previous, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else {
                return nil
            }
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        state.withLock { $0.cancel = cancel }
        for source in sources {
            // The handlers keep the sources.
            source.setEventHandler { arrive(from: sources) }
            source.resume()
        }
    }

    /// Runs work that an interruption cancels, and that ends well then.
    static func cancelling<Success>(
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Success
    ) async rethrows -> Success {
        state.withLock { $0.stages += 1 }
        defer { state.withLock { $0.stages -= 1 } }
        return try await work()
    }

    private static func arrive(from sources: [any DispatchSourceSignal]) {
        // First, so that nothing that happens here keeps a second signal from ending the process.
        for source in sources {
            source.cancel()
            signal(Int32(source.handle), SIG_DFL)
        }
        if let cancel = state.withLock({ $0.stages > 0 ? $0.cancel : nil }) {
            cancel()
            Console.standardError.tell(
                "interrupted; saving what is on its way. Interrupt again to stop at once.", isLast: true)
        } else {
            Console.standardError.tell("interrupted; what was finished is saved.", isLast: true)
            _exit(ExitStatus.incomplete.rawValue)
        }
    }
}
