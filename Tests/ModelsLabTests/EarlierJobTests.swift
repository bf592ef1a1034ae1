// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import ModelsLab
import Synchronization
import Testing

@Suite("The job of an earlier run")
struct EarlierJobTests {
    /// What a captioner told about its jobs, each with the requests that the service had received by then.
    private final class Record: Sendable {
        private let entries = Mutex<[(job: String, requests: [StandInRequest.Endpoint])]>([])

        var jobs: [String] { entries.withLock { $0.map(\.job) } }
        var requests: [[StandInRequest.Endpoint]] { entries.withLock { $0.map(\.requests) } }

        func note(_ job: String, _ requests: [StandInRequest.Endpoint]) {
            entries.withLock { $0.append((job, requests)) }
        }
    }

    private func ask(
        _ variant: StandInVariant, earlierJob: String? = nil, _ fixture: StandInFixture
    ) async -> (result: Result<String, CaptionError>, record: Record) {
        let record = Record()
        let request = CaptionRequest(
            image: .url(imageURL(variant)), length: .normal, name: "img/a.png", earlierJob: earlierJob
        ) { job in
            record.note(job, await fixture.server.requests.map(\.endpoint))
        }
        return (await fixture.result(for: request), record)
    }

    @Test(
        "is known before its result is asked for",
        arguments: [
            (StandInVariant.processing, "84512000"), (.processingStringID, "job-84512000-a"),
            (.processingQueued, "84512000"), (.processingForeignFetch, "84512000"), (.outputLate, "84512000"),
        ])
    func began(variant: StandInVariant, job: String) async throws {
        try await StandInFixture.run { fixture in
            let (result, record) = await ask(variant, fixture)
            #expect(result == .success(StandInServer.caption(for: imageURL(variant))))
            #expect(record.jobs == [job])
            #expect(record.requests == [[.caption]])
        }
    }

    @Test("is none where the answer comes at once")
    func none() async throws {
        try await StandInFixture.run { fixture in
            #expect(await ask(.outputArray, fixture).record.jobs.isEmpty)
        }
    }

    @Test("that ran out of time is fetched, and no new one is submitted")
    func timedOut() async throws {
        try await StandInFixture.run(configure: { $0.imageDeadline = .seconds(5) }) { fixture in
            let (first, record) = await ask(.processing, fixture)
            guard case .failure(.timedOut(let job?, _)) = first else {
                Issue.record("the job did not time out")
                return
            }
            #expect(record.jobs == [job])
            let (second, later) = await ask(.processing, earlierJob: job, fixture)
            #expect(second == .success(StandInServer.caption(for: imageURL(.processing))))
            #expect(later.jobs.isEmpty)
            #expect(await fixture.count(.caption) == 1)
        }
    }

    @Test("that is still not done is kept")
    func stillOpen() async throws {
        try await StandInFixture.run { fixture in
            let (_, record) = await ask(.processingForever, fixture)
            let (result, _) = await ask(.processingForever, earlierJob: record.jobs.first, fixture)
            guard case .failure(.timedOut(let job, _)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(job == record.jobs.first)
            #expect(await fixture.count(.caption) == 1)
        }
    }

    @Test(
        "that cannot be had any more is replaced by a new one, once, and the log says so",
        arguments: ["1", "", ".", "..", "../../../v7/llm", "a b", "x?y", "%2e%2e", String(repeating: "9", count: 129)])
    func unknown(job: String) async throws {
        let log = LogRecorder()
        try await StandInFixture.run(logger: log.logger) { fixture in
            let (result, _) = await ask(.outputArray, earlierJob: job, fixture)
            #expect(result == .success(StandInServer.caption(for: imageURL(.outputArray))))
            let requests = await fixture.server.requests
            #expect(requests.count { $0.endpoint == .caption } == 1)
            // Nothing but an id gets into a URL.
            #expect(requests.filter { $0.endpoint != .caption }.map(\.path) == (job == "1" ? [Self.path(of: "1")] : []))
        }
        #expect(log.lines.count { $0.contains("asking anew") && $0.contains("img/a.png") } == 1)
    }

    @Test("that failed is replaced by a new one")
    func failed() async throws {
        try await StandInFixture.run { fixture in
            guard let job = await ask(.processingFailed, fixture).record.jobs.first else {
                Issue.record("no job")
                return
            }
            #expect(await ask(.outputArray, earlierJob: job, fixture).result.outcome == .caption)
            #expect(await fixture.count(.caption) == 2)
        }
    }

    @Test("is not given up for a wrong key: that is told of the new request")
    func wrongKey() async throws {
        try await StandInFixture.run(configure: { $0.key = Secret("another-key") }) { fixture in
            #expect(await ask(.outputArray, earlierJob: "1", fixture).result.outcome == .unauthorized)
        }
    }

    @Test("belongs to the service that has it: scheme, host and port")
    func service() async throws {
        try await StandInFixture.run(configure: { $0.baseURL += "/a/secret/path" }) { fixture in
            #expect(fixture.captioner.service == fixture.server.origin)
        }
    }

    private static func path(of job: String) -> String { "/api/v6/image_editing/fetch/\(job)" }
}
