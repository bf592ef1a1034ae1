// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Foundation
import Logging
import ModelsLab
import SystemPackage
import Testing

@Suite("A run with a service that misbehaves", .timeLimit(.minutes(20)))
struct FaultyRunTests {
    /// How many images there are; 10,000 of them take a minute or two.
    private static let imageCount =
        ProcessInfo.processInfo.environment["ALTTEXT_FAULTY_IMAGES"].flatMap(Int.init) ?? 500

    /// What can happen to an image among others: not the end of the run, nor of the time that all of them share.
    private static let faults = ServiceFault.answers.flatMap(\.faults).filter { fault in
        guard case .standIn(let variant) = fault.service else { return false }
        let endsRun = [.unauthorized, .outOfCredit].contains(fault.outcome)
        return !endsRun && !variant.needsTimeout && ![.processingForever, .rateLimitLong].contains(variant)
    }

    /// The fault that the image with a number meets: one of five meets one.
    private static func fault(_ number: Int) -> ServiceFault? {
        number % 5 == 2 ? faults[number / 5 % faults.count] : nil
    }

    private static func number(_ url: String) -> Int {
        Int(url.split(separator: "/").last?.split(separator: ".").first ?? "") ?? 0
    }

    private static func url(_ number: Int) -> String { "https://cdn.example.com/\(number).png" }

    @Test("has a caption or an error for every image, a fifth of which meets faults, and asks no more than needed")
    func mixed() async throws {
        let plan = StandInPlan { Self.fault(Self.number($0))?.variant ?? .outputArray }
        let behaviour = StandInBehaviour(plan: plan, queueLimit: nil)
        // The clock of the run is the clock of each image here, so the deadline is the run's.
        try await StandInFixture.run(behaviour, configure: { $0.imageDeadline = .seconds(1_000_000_000) }) { fixture in
            let start = ContinuousClock.now
            let (result, records) = try await run(Self.imageCount, fixture.captioner, clock: fixture.clock)
            let time = ContinuousClock.now - start
            #expect(result.outcomes.count == Self.imageCount)
            var captions: [String: String] = [:]
            for record in records { captions[record.src ?? ""] = record.captions[.normal] }
            var requests = 0
            var failures = 0
            for (need, outcome) in result.outcomes {
                let name = need.image.name
                let fault = Self.fault(Self.number(name))
                requests += fault?.requests ?? 1
                switch outcome {
                case .captioned:
                    #expect(fault == nil || fault?.outcome == .caption, "\(name)")
                    #expect(captions.removeValue(forKey: name) == StandInServer.caption(for: name))
                case .failed(let error):
                    failures += 1
                    let failure = Result<String, CaptionError>.failure(error)
                    #expect(failure.outcome == fault?.outcome, "\(name): \(error)")
                    #expect(failure.text.hasPrefix("\(name): "))
                case .broken, .notAsked:
                    Issue.record("\(name): \(outcome)")
                }
            }
            #expect(captions.isEmpty)
            #expect(await fixture.server.requests.count == requests)
            print(
                "\(Self.imageCount) images: \(result.captionCount) captions, \(failures) errors, \(requests) requests, "
                    + "\(fixture.clock.sleeps.count) pauses, \(time)")
        }
    }

    @Test("gives up when the service is gone, and names every image all the same")
    func outage() async throws {
        try await StandInFixture.run(configure: { $0.baseURL = "http://127.0.0.1:1" }) { fixture in
            let (result, records) = try await run(2000, fixture.captioner, width: 1, clock: fixture.clock)
            #expect(records.isEmpty)
            for (need, outcome) in result.outcomes {
                guard case .failed(.unavailable(let text)) = outcome else {
                    Issue.record("\(need.image.name): \(outcome)")
                    continue
                }
                #expect(text.hasPrefix("\(need.image.name): "))
            }
            // Four requests and seven seconds an image, for five minutes.
            #expect(fixture.captioner.statistics.requests == 43 * 4)
            #expect(result.fatalError == nil)
        }
    }

    @Test("gives up when the rate is limited for ever, after as many images as were to fail in a row")
    func limit() async throws {
        let behaviour = StandInBehaviour(plan: .always(.rateLimitForever))
        let configure = { (configuration: inout ModelsLabConfiguration) in
            configuration.retryPolicy.rateLimitRetries = 1
        }
        try await StandInFixture.run(behaviour, configure: configure) { fixture in
            let (result, _) = try await run(2000, fixture.captioner, width: 1, clock: fixture.clock)
            #expect(result.outcomes.allSatisfy { if case .failed = $0.outcome { true } else { false } })
            #expect(fixture.captioner.statistics.requests == 20 * 2)
        }
    }

    /// Asks for the captions of so many images, each of its own URL.
    private func run(
        _ count: Int, _ captioner: ModelsLabCaptioner, width: Int = 6, clock: VirtualClock
    ) async throws -> (result: CaptionRunner.Result, records: [CaptionRecord]) {
        let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "alttext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = (0..<count).map { "<p><img src=\"\(Self.url($0))\">\n" }.joined()
        try Data(page.utf8).write(to: folder.appending(path: "index.html"))

        let root = FilePath(folder.path)
        let resolver = ReferenceResolver(root: root, siteURL: nil)
        let library = ImageLibrary(resolver: resolver, candidates: ImageCandidates(additionalAttributes: []))
        let selection = try PageSelection(root: root, extensions: ["html"])
        let audit = await SiteAuditor(selection: selection, library: library).audit(width: 1)
        let planner = AltPlanner(
            policy: AltPlanner.Policy(), catalog: [], audit: audit, authoredTexts: AuthoredTexts(), library: library,
            titles: PageTitles(root: root, resolver: resolver))
        let needs = CaptionNeed.needs(of: AltPlan(for: audit, by: planner))
        #expect(needs.count == count)

        let catalog = try await CaptionCatalog.open(root.appending("captions.jsonl"), for: .writing)
        let runner = CaptionRunner(captioner: captioner, catalog: catalog, today: "2026-01-31", clock: clock)
        let result = await runner.run(needs, limit: nil, width: width)
        let records = await catalog.records
        try await catalog.finish()
        return (result, records)
    }
}
