// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Testing

@testable import ModelsLab

@Suite("Pauses")
struct PauseTests {
    @Test(
        "are as long as the service asks, else they double",
        arguments: [
            (.rateLimit, [30]), (.rateLimitTips, [30]), (.rateLimitHeader, [17]), (.rateLimitCode, [12]),
            (.rateLimitUnderOK, [5]), (.rateLimitWithoutHint, [5]), (.rateLimitFramework, [5]), (.rateLimitLong, []),
            (.rateLimitForever, [30, 30, 30, 30, 30, 30]), (.serverErrorForever, [1, 2, 4]), (.serverBusy, [1]),
            (.processing, [8, 4, 5]), (.processingWithoutFetchURL, [8, 4, 5]), (.processingQueued, [3, 4, 5]),
            (.validationText, []), (.creditGone, []), (.tryAgainForever, [1]), (.outputLate, [3]),
        ] as [(StandInVariant, [Int])])
    func pauses(_ variant: StandInVariant, _ seconds: [Int]) async throws {
        try await StandInFixture.run { fixture in
            _ = await fixture.result(for: imageURL(variant))
            #expect(fixture.clock.sleeps == seconds.map { .seconds($0) })
        }
    }

    @Test("follow an estimate from 1 to 60 seconds", arguments: [(0.2, 1.0), (20.94, 20.94), (416.94, 60)])
    func estimate(eta: Double, pause: Double) {
        #expect(RetryPolicy().pollPause(eta: .seconds(eta), polls: 0) == .seconds(pause))
    }

    @Test("vary at random by half at most, and never below what was asked for")
    func jitter() {
        let policy = RetryPolicy()
        let limited = ServiceFailure(kind: .rateLimited, message: "")
        let asked = ServiceFailure(kind: .rateLimited, message: "", retryAfter: .seconds(30))
        func pause(_ failure: ServiceFailure, _ retries: Int, _ jitter: Double) -> Duration? {
            policy.pause(after: failure, retries: retries, isFree: false, jitter: jitter)
        }
        #expect(pause(limited, 0, 0) == .seconds(5))
        #expect(pause(limited, 0, 0.5) == .seconds(3.75))
        #expect(pause(limited, 5, 0) == .seconds(60))
        #expect(pause(limited, 6, 0) == nil)
        #expect(pause(asked, 0, 0) == .seconds(30))
        #expect(pause(asked, 0, 0.5) == .seconds(31.5))
    }

    @Test("after a rate limit hold for all jobs, and keep new ones out until the job is in")
    func shared() async throws {
        let clock = VirtualClock()
        let limiter = RateLimiter(places: 2, clock: clock)
        let limited = try await limiter.open()
        let other = try await limiter.open()
        await limiter.turnAway(limited, pause: .seconds(30))
        try await limiter.ready()
        #expect(clock.sleeps == [.seconds(30)])

        await limiter.close(other)
        async let next = limiter.open()
        while await limiter.waitingCount == 0 { await Task.yield() }
        await limiter.letIn(limited)
        #expect(try await next != limited)
    }

    @Test("do not go on beyond the deadline of an image")
    func deadline() async throws {
        try await StandInFixture.run(configure: { $0.imageDeadline = .seconds(20) }) { fixture in
            let result = await fixture.result(for: imageURL(.processingForever))
            guard case .failure(.timedOut(let jobID, _)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(jobID == "84512000")
            #expect(fixture.clock.sleeps.reduce(.zero, +) == .seconds(20))
            #expect(await fixture.result(for: imageURL(.rateLimit)).outcome == .rateLimited)
        }
    }
}
