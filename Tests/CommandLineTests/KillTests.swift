// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import PageTestSupport
import Testing

/// `make kill-loop` has more of it done, and prints what came of it.
@Suite("A run that is killed")
struct KillTests {
    /// How many runs are killed in all, at least.
    private static let killCount =
        ProcessInfo.processInfo.environment["ALTTEXT_TEST_KILLS"].flatMap { Int($0) } ?? 5
    /// How many runs on one site are killed before one may come to its end.
    private static let killsPerSite = 8
    /// How many questions can be without a saved answer: as many as are asked at once, where `--concurrency` does not say.
    private static let width = 4

    /// What was seen at all kills.
    private struct Tally {
        var kills = 0
        /// Captions that had been asked for and were not on the disk.
        var unsaved = 0
        /// Captions that were asked for again.
        var paidAgain = 0
        /// After how many kills some pages were finished and others not begun.
        var halfDoneSites = 0
        var leftovers = 0
    }

    /// What is on the disk after a kill.
    private struct Remains {
        /// The images, by URL, whose captions are in the catalog.
        let captions: Set<String>
        /// The images, by URL, whose jobs are in the journal.
        let jobs: Set<String>
        let leftovers: Int
        let finishedPages: Int

        var known: Set<String> { captions.union(jobs) }
    }

    @Test("at any moment tears no page, loses no caption, and costs no more than what was just asked for")
    func kills() async throws {
        var tally = Tally()
        var generator = SeededGenerator(seed: 6)
        let start = ContinuousClock.now
        while tally.kills < Self.killCount { try await killRuns(of: &tally, &generator) }
        if Self.killCount > 5 {
            print(
                "\(tally.kills) kills in \((ContinuousClock.now - start).components.seconds) s:",
                "0 captions lost, 0 pages torn; \(tally.unsaved) questions in flight, \(tally.paidAgain) paid for again;",
                "\(tally.halfDoneSites) times some pages were written and others not,",
                "\(tally.leftovers) temporary files left and removed")
        }
    }

    @Test("while a job goes on is followed by one that fetches it", arguments: ["caption", "fix"])
    func job(command: String) async throws {
        let (polls, poll) = AsyncStream.makeStream(of: Void.self)
        let behaviour = StandInBehaviour(
            plan: .table(["/img/b": .processing]), queueLimit: nil, unfinishedPolls: 1, estimate: 1
        ) { endpoint in
            if endpoint == .fetch { poll.yield() }
        }
        try await ServiceFixture.run(behaviour) { fixture in
            try fixture.folder.writeCaptionSite()
            let program = try await fixture.start(command, "site", "--site-url", "https://example.org/")
            for await _ in polls { break }
            program.send(SIGKILL)
            #expect(try await program.ended().status == 128 + SIGKILL)
            let next = try await fixture.alttext(command, "site", "--site-url", "https://example.org/")
            #expect(next.status == 0, "\(next.errors)")
            #expect(await fixture.questions().values.allSatisfy { $0 == 1 })
            #expect(await fixture.server.requests.last?.endpoint == .fetch)
            #expect(try fixture.folder.captions().count == 3)
        }
    }

    private func killRuns(of tally: inout Tally, _ generator: inout SeededGenerator) async throws {
        let executioner = Executioner()
        let behaviour = StandInBehaviour(queueLimit: nil, unfinishedPolls: 0, estimate: 0) { _ in
            await executioner.noteRequest()
        }
        try await ServiceFixture.run(behaviour) { fixture in
            try KillSite.write(to: fixture.folder)
            let start = ContinuousClock.now
            let images = try await Self.images(of: fixture)
            // Some time that runs are likely to take.
            let duration = (ContinuousClock.now - start) * 2
            var before = try remains(in: fixture.folder, images)
            var asked: [String: Int] = [:]
            /// How often each image may have been asked for.
            var limits = KillSite.captions.mapValues { _ in 1 }
            for _ in 0..<Self.killsPerSite where before.finishedPages < KillSite.pages.count {
                let missing = KillSite.captions.count - before.captions.count
                let command = missing == 0 || Bool.random(using: &generator) ? "fix" : "caption"
                let program = try await fixture.start(command, "site", "--site-url", KillSite.url)
                let moment = Self.moment(missing: missing, duration: duration, &generator)
                let run = try await executioner.run(program, until: moment)
                let after = try remains(in: fixture.folder, images)
                if run.status == 128 + SIGKILL {
                    tally.kills += 1
                    tally.leftovers += after.leftovers
                    if (1..<KillSite.pages.count).contains(after.finishedPages) { tally.halfDoneSites += 1 }
                } else {
                    #expect(run.status == 0, "\(run.errors)")
                    #expect(command == "caption" || after.finishedPages == KillSite.pages.count)
                }
                #expect(before.captions.isSubset(of: after.captions), "a caption was lost")
                #expect(before.known.isSubset(of: after.known), "a job was lost")
                let questions = await fixture.questions()
                let unsaved = questions.keys.filter { questions[$0] != asked[$0] && !after.known.contains($0) }
                #expect(unsaved.count <= Self.width)
                tally.unsaved += unsaved.count
                for image in limits.keys where !after.known.contains(image) { limits[image, default: 0] += 1 }
                (before, asked) = (after, questions)
            }
            for command in ["caption", "fix"] {
                let last = try await fixture.alttext(command, "site", "--site-url", KillSite.url)
                #expect(last.status == 0, "\(last.errors)")
            }
            let questions = await fixture.questions()
            for (image, limit) in limits { #expect((1...limit).contains(questions[image] ?? 0), "\(image)") }
            tally.paidAgain += questions.values.reduce(0, +) - limits.count
            #expect(Set(try fixture.folder.captions().values) == Set(KillSite.captions.values))
            #expect(try remains(in: fixture.folder, images).finishedPages == KillSite.pages.count)
            // Nothing but the catalog is there that was not there before.
            let files = try fixture.folder.contents().keys
            #expect(files.count == KillSite.pages.count + limits.count + 1, "\(files.sorted())")
        }
    }

    /// A moment in the run's work: while it asks, where something is missing, or at any time.
    private static func moment(
        missing: Int, duration: Duration, _ generator: inout SeededGenerator
    ) -> Executioner.Moment {
        guard missing > 0, Int.random(in: 0..<3, using: &generator) > 0 else {
            return Executioner.Moment(requests: 0, delay: duration * Double.random(in: 0..<1, using: &generator))
        }
        // Most answers take less than a millisecond, and the polls a second.
        let microseconds = 1 << Int.random(in: 0..<20, using: &generator)
        return Executioner.Moment(
            requests: Int.random(in: 1...missing, using: &generator), delay: .microseconds(microseconds))
    }

    /// The URLs of the images by what identifies them.
    private static func images(of fixture: ServiceFixture) async throws -> [String: String] {
        let audit = try await Program.alttext.run(["audit", "site", "--format", "jsonl"], in: fixture.folder)
        let images = try AuditLine.lines(of: audit.text).compactMap { line -> (String, String)? in
            guard let key = line.key, let image = line.image else { return nil }
            return (key, KillSite.url + image)
        }
        return Dictionary(images) { first, _ in first }
    }

    /// What the files hold, as a program would read them that knows nothing of `alttext` but the formats.
    private func remains(in folder: WorkFolder, _ images: [String: String]) throws -> Remains {
        var finishedPages = 0
        for (name, bytes) in KillSite.pages {
            let page = try folder.read("site/\(name)")
            #expect(page == bytes || page == KillSite.finishedPages[name], "\(name) is torn")
            if page != bytes { finishedPages += 1 }
        }
        let catalog = try Self.lines(CatalogLine.self, of: "alttext.captions.jsonl", in: folder)
        let roles = Dictionary(grouping: catalog, by: \.image).mapValues { Set($0.map(\.role)) }
        #expect(roles.values.allSatisfy { $0 == ["content", "figure-captioned"] }, "an answer was saved in part")
        let jobs = try Self.lines(JobLine.self, of: "alttext.captions.jsonl.jobs", in: folder)
        let openJobs = jobs.reduce(into: [:]) { $0[$1.image] = $1.job }
        return Remains(
            captions: Set(catalog.compactMap { images[$0.image] }), jobs: Set(openJobs.keys.compactMap { images[$0] }),
            leftovers: try folder.contents().keys.count { $0.hasSuffix(".tmp") }, finishedPages: finishedPages)
    }

    private struct JobLine: Decodable {
        let image: String
        let job: String?
    }

    /// The lines of a file but for one at its end that was not finished; none where there is no file.
    private static func lines<Line: Decodable>(
        _ type: Line.Type, of name: String, in folder: WorkFolder
    ) throws -> [Line] {
        guard folder.exists(name) else { return [] }
        let bytes = try folder.read(name)
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0
        return try bytes[..<end].split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(type, from: Data($0))
        }
    }
}
