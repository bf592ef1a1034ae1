// SPDX-License-Identifier: Apache-2.0

import SystemPackage
import Testing

@testable import AltTextKit

@Suite("Asking for captions")
struct CaptionRunnerTests {
    /// A captioner that does what a test says, and remembers what it was asked.
    private actor Script: Captioner {
        nonisolated let service = "https://example.com:443"

        typealias Answer = @Sendable (CaptionRequest, Script) async throws(CaptionError) -> String

        private let answer: Answer
        private(set) var log: [String] = []
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(_ answer: @escaping Answer = { request, _ in "Caption of \(request.name)" }) {
            self.answer = answer
        }

        func caption(for request: CaptionRequest) async throws(CaptionError) -> String {
            note("ask \(request.name)")
            return try await answer(request, self)
        }

        func note(_ line: String) {
            log.append(line)
            for continuation in waiting { continuation.resume() }
            waiting = []
        }

        /// Returns once so many lines are noted.
        func reached(_ count: Int) async {
            while log.count < count { await withCheckedContinuation { waiting.append($0) } }
        }
    }

    private let site: SmallSite
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        site = try SmallSite(
            [
                "1.html": "<img src=a.png><img src=b.png><img src=c.png><img src=d.png>",
                "2.html": "<img src=copy.png><figure><img src=a.png><figcaption>Rex</figcaption></figure>",
            ],
            images: [
                "a.png": SmallSite.picture("a"), "b.png": SmallSite.picture("b"), "c.png": SmallSite.picture("c"),
                "d.png": SmallSite.picture("d"), "copy.png": SmallSite.picture("a"),
            ]
        )
    }

    private var catalogPath: FilePath { folder.path.appending("catalog.jsonl") }

    private func run(
        _ script: Script,
        needs: [CaptionNeed]? = nil,
        lengths: CaptionLengths = CaptionLengths(.normal),
        limit: Int? = nil,
        width: Int = 1,
        progress: @escaping @Sendable (CaptionRunner.Outcome) -> Void = { _ in }
    ) async throws -> (outcomes: [String], records: [CaptionRecord], result: CaptionRunner.Result) {
        let plannedNeeds = CaptionNeed.needs(of: try await site.plan(AltPlanner.Policy(lengths: lengths)))
        let catalog = try await CaptionCatalog.open(catalogPath, for: .writing)
        let runner = CaptionRunner(captioner: script, catalog: catalog, today: "2026-01-31")
        let result = await runner.run(needs ?? plannedNeeds, limit: limit, width: width, progress: progress)
        let records = await catalog.records
        try await catalog.finish()
        return (result.outcomes.map { "\($0.need.image.name) \($0.outcome.word)" }, records, result)
    }

    @Test("Each image is asked for once, and its caption stands in the catalog for each role")
    func once() async throws {
        let script = Script()
        let (outcomes, records, result) = try await run(script, width: 3)
        #expect(await script.log.sorted() == ["ask a.png", "ask b.png", "ask c.png", "ask d.png"])
        #expect(outcomes == ["a.png captioned", "b.png captioned", "c.png captioned", "d.png captioned"])
        #expect(result.captionCount == 4)
        #expect(
            records.map {
                "\($0.key.role) \($0.src ?? "") \($0.text ?? "") \($0.page ?? ""):\($0.line ?? 0) \($0.date ?? "")"
            } == [
                "content a.png Caption of a.png 1.html:1 2026-01-31",
                "figure-captioned a.png Caption of a.png 2.html:1 2026-01-31",
                "content b.png Caption of b.png 1.html:1 2026-01-31",
                "content c.png Caption of c.png 1.html:1 2026-01-31",
                "content d.png Caption of d.png 1.html:1 2026-01-31",
            ]
        )
        // With these in the catalog nothing is left to ask.
        #expect(CaptionNeed.needs(of: try await site.plan(catalog: records)).isEmpty)
    }

    @Test("The raw answer is kept, and its text is the cleaned one")
    func rawAnswer() async throws {
        let records = try await run(
            Script { _, _ in "\"An image of a dog\"" }, lengths: CaptionLengths(.long), limit: 1
        ).records
        #expect(records.first?.captions == [.long: "\"An image of a dog\""])
        #expect(records.first?.text == "A dog")
        #expect(records.first?.source == "modelslab")
        #expect(records.first?.status == .suggested)
    }

    @Test("A caption that is not fit is kept with the reason, and not asked for again")
    func unfitCaption() async throws {
        let records = try await run(Script { _, _ in "Rex" }, limit: 1).records
        #expect(
            records.map { "\($0.key.role) \($0.text ?? "") \($0.problem ?? "fit")" } == [
                "content Rex fit", "figure-captioned Rex repeats the caption",
            ])
        #expect(
            CaptionNeed.needs(of: try await site.plan(catalog: records)).map(\.image.name) == [
                "b.png", "c.png", "d.png",
            ])
    }

    @Test("Of two lengths the first becomes the text, in whatever order the answers come", arguments: [1, 8])
    func lengths(width: Int) async throws {
        let lengths = try #require(CaptionLengths(list: "normal,long"))
        let script = Script { request, _ in "\(request.length) of \(request.name)" }
        let (outcomes, records, _) = try await run(script, lengths: lengths, width: width)
        #expect(outcomes.count == 8)
        #expect(Set(records.map(\.text)) == Set(["a", "b", "c", "d"].map { "normal of \($0).png" }))
        #expect(records.allSatisfy { Set($0.captions.keys) == [.normal, .long] })
        #expect(
            CaptionNeed.needs(of: try await site.plan(AltPlanner.Policy(lengths: lengths), catalog: records)).isEmpty)
    }

    @Test("A second run asks only for what is missing, and leaves the text alone")
    func secondRun() async throws {
        let script = Script { request, _ in "\(request.length) of \(request.name)" }
        let first = try await run(script, limit: 2).records
        let policy = AltPlanner.Policy(lengths: try #require(CaptionLengths(list: "normal,long")))
        let needs = CaptionNeed.needs(of: try await site.plan(policy, catalog: first))
        #expect(
            needs.map { "\($0.image.name) \($0.length)" } == [
                "a.png long", "b.png long", "c.png normal", "c.png long", "d.png normal", "d.png long",
            ])
        let records = try await run(script, needs: needs).records
        #expect(Set(records.map(\.text)) == Set(["a", "b", "c", "d"].map { "normal of \($0).png" }))
        // Nothing is asked for where nobody can be asked.
        let offline = AltPlanner.Policy(lengths: policy.lengths, isOffline: true)
        #expect(CaptionNeed.needs(of: try await site.plan(offline, catalog: first)).allSatisfy { $0.length == .normal })
    }

    @Test("An answer that came alone waits for its text")
    func additionAlone() async throws {
        let policy = AltPlanner.Policy(lengths: try #require(CaptionLengths(list: "normal,long")))
        let needs = CaptionNeed.needs(of: try await site.plan(policy)).filter { $0.length == .long }
        let records = try await run(Script(), needs: needs).records
        #expect(records.allSatisfy { $0.text == nil && $0.captions.count == 1 })
        let rest = CaptionNeed.needs(of: try await site.plan(policy, catalog: records))
        #expect(rest.map(\.length) == [.normal, .normal, .normal, .normal])
    }

    @Test("An answer is in the catalog's file before the next image is asked for")
    func savedFirst() async throws {
        let path = catalogPath
        let script = Script { request, script in
            let lines = (try? RegularFile(contentsOf: path).bytes.count { $0 == UInt8(ascii: "\n") }) ?? 0
            await script.note("\(lines) lines")
            return "Caption of \(request.name)"
        }
        _ = try await run(script)
        #expect(
            await script.log == [
                "ask a.png", "0 lines", "ask b.png", "2 lines", "ask c.png", "3 lines", "ask d.png", "4 lines",
            ]
        )
    }

    @Test("No more than the limit are asked for", arguments: [-1, 0, 1, 3, 9])
    func limit(limit: Int) async throws {
        let script = Script()
        let result = try await run(script, limit: limit, width: 4).result
        #expect(await script.log.count == max(0, min(4, limit)))
        #expect(result.captionCount == max(0, min(4, limit)))
        #expect(result.outcomes.count == 4)
        #expect(result.fatalError == nil)
    }

    @Test(
        "The failure of one stops none of the others",
        arguments: [
            CaptionError.rejected("x"), .rateLimited("x"), .unavailable("x"), .timedOut(jobID: "1", "x"), .failed("x"),
        ]
    )
    func failure(error: CaptionError) async throws {
        let script = Script { (request, _) async throws(CaptionError) in
            if request.name == "b.png" { throw error }
            return "Caption"
        }
        let (outcomes, records, result) = try await run(script)
        #expect(outcomes == ["a.png captioned", "b.png failed", "c.png captioned", "d.png captioned"])
        #expect(result.fatalError == nil)
        #expect(!records.contains { $0.src == "b.png" })
    }

    @Test(
        "An error that no other image can escape stops the rest",
        arguments: [CaptionError.unauthorized("x"), .outOfCredit("x")]
    )
    func fatal(error: CaptionError) async throws {
        let script = Script { (request, _) async throws(CaptionError) in
            if request.name == "b.png" { throw error }
            return "Caption"
        }
        let (outcomes, records, result) = try await run(script)
        #expect(outcomes == ["a.png captioned", "b.png failed", "c.png not asked", "d.png not asked"])
        #expect(result.fatalError == error)
        #expect(records.map(\.src) == ["a.png", "a.png"])
        #expect(await script.log.count == 2)
    }

    @Test("What is under way when such an error comes is cancelled, and what was answered is kept")
    func fatalWhileOthersRun() async throws {
        let script = Script { (request, script) async throws(CaptionError) in
            switch request.name {
            case "a.png": return "Caption"
            case "b.png":
                await script.reached(4)
                throw .unauthorized("No key")
            default:
                // The end of a sleep that would outlast every test is the cancellation.
                do { try await Task.sleep(for: .seconds(600)) } catch { throw .cancelled }
                return "Too late"
            }
        }
        let (outcomes, records, result) = try await run(script, width: 3)
        #expect(outcomes == ["a.png captioned", "b.png failed", "c.png failed", "d.png failed"])
        #expect(result.fatalError == .unauthorized("No key"))
        #expect(records.count == 2)
    }

    @Test("Cancelling the task leaves the rest unasked, and is no error of the service's")
    func cancelled() async throws {
        let script = Script { (_, script) async throws(CaptionError) in
            do { try await Task.sleep(for: .seconds(600)) } catch { throw .cancelled }
            return "Too late"
        }
        let task = Task { try await run(script, width: 2) }
        await script.reached(2)
        task.cancel()
        let (outcomes, records, result) = try await task.value
        #expect(outcomes == ["a.png failed", "b.png failed", "c.png not asked", "d.png not asked"])
        #expect(result.fatalError == nil)
        #expect(records.isEmpty)
    }

    @Test("A file that changed or went since it was looked at is not captioned")
    func changedFile() async throws {
        let needs = CaptionNeed.needs(of: try await site.plan())
        try site.write(SmallSite.picture("other"), to: "b.png")
        try site.write([], to: "c.png")
        let script = Script()
        let (outcomes, records, _) = try await run(script, needs: needs)
        #expect(outcomes == ["a.png captioned", "b.png broken", "c.png broken", "d.png captioned"])
        #expect(await script.log == ["ask a.png", "ask d.png"])
        #expect(records.allSatisfy { $0.src != "b.png" })
    }

    @Test("Where answers cannot be saved no more are paid for")
    func unsavable() async throws {
        let catalog = try await CaptionCatalog.open(catalogPath, for: .reading)
        let script = Script()
        let runner = CaptionRunner(captioner: script, catalog: catalog, today: "2026-01-31")
        let result = await runner.run(CaptionNeed.needs(of: try await site.plan()), limit: nil, width: 1)
        #expect(result.outcomes.map(\.outcome.word) == ["broken", "not asked", "not asked", "not asked"])
        #expect(await script.log == ["ask a.png"])
    }

    @Test("A job that goes on is in the journal until its answer is in the catalog")
    func job() async throws {
        let catalog = try await CaptionCatalog.open(catalogPath, for: .writing)
        let journal = try JobJournal(besideCatalog: catalogPath, today: "2026-01-31", oldest: "")
        let folder = folder
        let script = Script { request, script in
            await request.jobBegan("job-\(request.name)")
            let lines = (try? folder.read("catalog.jsonl.jobs").count { $0 == UInt8(ascii: "\n") }) ?? 0
            await script.note("\(lines) lines")
            return "Caption"
        }
        let runner = CaptionRunner(captioner: script, catalog: catalog, journal: journal, today: "2026-01-31")
        _ = await runner.run(CaptionNeed.needs(of: try await site.plan()), limit: 2, width: 1)
        // Of each job the beginning and the end.
        #expect(await script.log == ["ask a.png", "1 lines", "ask b.png", "3 lines"])
        await journal.finish()
        #expect(try folder.names == ["catalog.jsonl"])
    }

    @Test("A job that cannot be saved stays in the journal")
    func unsavableJob() async throws {
        let catalog = try await CaptionCatalog.open(catalogPath, for: .reading)
        let journal = try JobJournal(besideCatalog: catalogPath, today: "2026-01-31", oldest: "")
        let script = Script { request, _ in
            await request.jobBegan("1")
            return "Caption"
        }
        let runner = CaptionRunner(captioner: script, catalog: catalog, journal: journal, today: "2026-01-31")
        let needs = CaptionNeed.needs(of: try await site.plan())
        _ = await runner.run(needs, limit: nil, width: 1)
        let question = try question(of: needs[0], script)
        #expect(await journal.job(for: question) == "1")
    }

    @Test(
        "The job of a question is asked for by the next run, unless the question had its end",
        arguments: [
            (CaptionError.timedOut(jobID: "1", "x"), "1"), (.cancelled, "1"), (.unavailable("x"), "1"),
            (.rateLimited("x"), "1"), (.unauthorized("x"), "1"), (.outOfCredit("x"), "1"), (.failed("x"), nil),
            (.rejected("x"), nil),
        ] as [(CaptionError, String?)])
    func earlierJob(error: CaptionError, job: String?) async throws {
        let script = Script { (request, script) async throws(CaptionError) in
            await script.note("earlier \(request.earlierJob ?? "none")")
            await request.jobBegan("1")
            throw error
        }
        for _ in 0..<2 {
            let catalog = try await CaptionCatalog.open(catalogPath, for: .writing)
            let journal = try JobJournal(besideCatalog: catalogPath, today: "2026-01-31", oldest: "")
            let runner = CaptionRunner(captioner: script, catalog: catalog, journal: journal, today: "2026-01-31")
            _ = await runner.run(CaptionNeed.needs(of: try await site.plan()), limit: 1, width: 1)
            await journal.finish()
            try await catalog.finish()
        }
        #expect(
            await script.log == ["ask a.png", "earlier none", "ask a.png", "earlier \(job ?? "none")"])
        #expect(try folder.names == (job == nil ? [] : ["catalog.jsonl.jobs"]))
    }

    private func question(of need: CaptionNeed, _ script: Script) throws -> JobJournal.Question {
        JobJournal.Question(
            image: try #require(need.image.key), length: need.length, service: script.service)
    }

    @Test("An image with a public URL is asked for by that, others by their bytes")
    func images() async throws {
        let site = try SmallSite(
            [
                "a.html":
                    "<img src=a.png><img src=https://cdn.example.com/b.jpg><img src='data:image/png;base64,iVBORw0KGgo='>"
            ],
            images: ["a.png": SmallSite.picture()],
            siteURL: "https://example.org/docs/"
        )
        let needs = CaptionNeed.needs(of: try await site.plan())
        let script = Script { request, script in
            switch request.image {
            case .url(let url): await script.note(url)
            case .upload(let bytes, let mediaType): await script.note("\(bytes.count) \(mediaType)")
            }
            return "Caption"
        }
        _ = try await run(script, needs: needs)
        #expect(
            await script.log == [
                "ask a.png", "https://example.org/docs/a.png", "ask https://cdn.example.com/b.jpg",
                "https://cdn.example.com/b.jpg",
                "ask data:image/png", "8 image/png",
            ]
        )
        #expect(needs.map { $0.canBeAsked(allowingUpload: false) } == [true, true, false])
        #expect(needs.allSatisfy { $0.canBeAsked(allowingUpload: true) })
    }

    @Test("Progress is told once for each image that was asked for")
    func progress() async throws {
        let (words, noted) = AsyncStream.makeStream(of: String.self)
        let script = Script { (request, _) async throws(CaptionError) in
            if request.name == "b.png" { throw .failed("x") }
            return "Caption"
        }
        _ = try await run(script, limit: 3) { noted.yield($0.word) }
        noted.finish()
        #expect(await words.reduce(into: []) { $0.append($1) } == ["captioned", "failed", "captioned"])
    }
}

extension CaptionRunner.Outcome {
    fileprivate var word: String {
        switch self {
        case .captioned: "captioned"
        case .failed: "failed"
        case .broken: "broken"
        case .notAsked: "not asked"
        }
    }
}
