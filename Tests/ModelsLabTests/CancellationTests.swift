// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import ModelsLab
import Synchronization
import Testing

@Suite("Cancellation", .timeLimit(.minutes(20)))
struct CancellationTests {
    @Test(
        "ends a pause, a poll and a request at once",
        arguments: [StandInVariant.rateLimit, .processing, .answerWithheld])
    func wait(_ variant: StandInVariant) async throws {
        let clock = StandingClock()
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.clock = clock
            configuration.cancellationGrace = .zero
        }
        try await StandInFixture.run(configure: configure) { fixture in
            let result = await withTaskGroup(of: Result<String, CaptionError>.self) { group in
                group.addTask { await fixture.result(for: imageURL(variant)) }
                while await fixture.count(.caption) == 0 { await Task.yield() }
                if !variant.needsTimeout { while clock.sleepers == 0 { await Task.yield() } }
                group.cancelAll()
                return await group.next()
            }
            #expect(result == .failure(.cancelled))
        }
    }

    @Test("leaves a request that may be charged the time for its answer")
    func grace() async throws {
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.cancellationGrace = .seconds(600)
        }
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        let behaviour = StandInBehaviour { _ in for await _ in answers { break } }
        try await StandInFixture.run(behaviour, configure: configure) { fixture in
            let result = await withTaskGroup(of: Result<String, CaptionError>.self) { group in
                group.addTask { await fixture.result(for: imageURL(.outputArray)) }
                while await fixture.count(.caption) == 0 { await Task.yield() }
                group.cancelAll()
                answer.yield()
                return await group.next()
            }
            #expect(result == .success(StandInServer.caption(for: imageURL(.outputArray))))
        }
    }

    @Test("ends the wait for a place, and gives the place to nobody who left")
    func place() async throws {
        let clock = StandingClock()
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.clock = clock
            configuration.concurrency = 1
        }
        try await StandInFixture.run(configure: configure) { fixture in
            let results = await withTaskGroup(of: Result<String, CaptionError>.self) { group in
                for _ in 0..<5 { group.addTask { await fixture.result(for: imageURL(.processing)) } }
                while clock.sleepers == 0 { await Task.yield() }
                group.cancelAll()
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results == Array(repeating: .failure(.cancelled), count: 5))
            #expect(await fixture.count(.caption) == 1)
            #expect(await fixture.result(for: imageURL(.outputArray)).outcome == .caption)
        }
    }
}

/// A clock on which time stands still: a sleep ends only by cancellation.
private final class StandingClock: Clock {
    private let count = Mutex(0)

    var now: ContinuousClock.Instant { ContinuousClock.Instant.now.advanced(by: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }
    var sleepers: Int { count.withLock { $0 } }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        count.withLock { $0 += 1 }
        let (stream, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        try Task.checkCancellation()
    }
}
