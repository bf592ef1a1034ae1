// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A clock on which a sleep is over at once, moves the time on and is kept on record.
public final class VirtualClock: Clock, Sendable {
    /// A point in the time of a virtual clock.
    public struct Instant: InstantProtocol {
        let offset: Duration

        /// The instant a duration later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// How long it is to another instant.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether the left one is earlier.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    /// A clock at its beginning.
    public init() {}

    /// The current instant.
    public var now: Instant { state.withLock { $0.now } }
    /// The smallest step.
    public var minimumResolution: Duration { .nanoseconds(1) }
    /// How long each sleep so far was to last.
    public var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Moves the clock on at once, and records the pause.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.sleeps.append(state.now.duration(to: deadline))
            state.now = max(state.now, deadline)
        }
        await Task.yield()
    }
}
