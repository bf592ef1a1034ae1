// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("The journal of jobs")
struct JobJournalTests {
    private final class Notices: Sendable {
        private let collected = Mutex<[JobNotice]>([])
        var all: [JobNotice] { collected.withLock { $0 } }
        func add(_ notice: JobNotice) { collected.withLock { $0.append(notice) } }
    }

    private let folder: TemporaryFolder
    private let notices = Notices()
    private let name: FilePath = "catalog.jsonl.jobs"

    init() throws {
        folder = try TemporaryFolder()
    }

    private var catalogPath: FilePath { folder.path.appending("catalog.jsonl") }

    private func open(today: String = "2026-01-31", oldest: String = "2026-01-24") throws -> JobJournal {
        let notices = notices
        return try JobJournal(besideCatalog: catalogPath, today: today, oldest: oldest) { notices.add($0) }
    }

    private func question(_ image: String, _ length: CaptionLength = .normal, service: String = "s")
        -> JobJournal.Question
    {
        JobJournal.Question(image: image, length: length, service: service)
    }

    private func line(_ image: String, job: String?, date: String = "2026-01-31") -> String {
        #"{"image":"\#(image)","length":"normal","service":"s","job":\#(job.map { "\"\($0)\"" } ?? "null"),"date":"\#(date)"}"#
            + "\n"
    }

    private var text: String {
        get throws { String(decoding: try folder.read(name), as: UTF8.self) }
    }

    @Test("has each job on the disk when it is told of, and is gone when none is open")
    func life() async throws {
        let journal = try open()
        #expect(try folder.names == [])
        await journal.begin("1", for: question("a"))
        #expect(try text == line("a", job: "1"))
        await journal.begin("1", for: question("a"))
        await journal.begin("2", for: question("b"))
        await journal.end(question("a"))
        #expect(try text == line("a", job: "1") + line("b", job: "2") + line("a", job: nil))
        await journal.end(question("a"))
        await journal.end(question("b"))
        await journal.finish()
        #expect(try folder.names == [])
        #expect(notices.all.isEmpty)
    }

    @Test("tells the next run what is open, by image, length and service")
    func nextRun() async throws {
        do {
            let first = try open()
            await first.begin("1", for: question("a"))
            await first.begin("2", for: question("a", .long))
            await first.begin("3", for: question("a", service: "another"))
            await first.begin("4", for: question("b"))
            await first.end(question("b"))
            await first.begin("5", for: question("a"))
        }
        // Killed here or not: both times the same is known.
        for _ in 0..<2 {
            let next = try open()
            #expect(await next.job(for: question("a")) == "5")
            #expect(await next.job(for: question("a", .long)) == "2")
            #expect(await next.job(for: question("a", service: "another")) == "3")
            #expect(await next.job(for: question("b")) == nil)
            #expect(await next.job(for: question("a", .short)) == nil)
            await next.finish()
            #expect(try text.split(separator: "\n").count == 3)
        }
    }

    @Test("a run killed at any byte of a line costs that line only, and the next one writes on behind the others")
    func killed() async throws {
        let (first, second) = (line("a", job: "1"), Array(line("b", job: "2").utf8))
        for count in 0..<second.count {
            try folder.write(Array(first.utf8) + second[..<count], to: name)
            let journal = try open()
            #expect(await journal.job(for: question("a")) == "1")
            #expect(await journal.job(for: question("b")) == nil)
            await journal.begin("3", for: question("c"))
            #expect(try text == first + line("c", job: "3"))
        }
        try folder.write(Array("{\"ima".utf8), to: name)
        await (try open()).finish()
        try folder.write([], to: name)
        await (try open()).finish()
        #expect(try folder.names == [])
        #expect(notices.all.isEmpty)
    }

    @Test("gives up jobs that are too old")
    func old() async throws {
        try folder.write(
            Array((line("a", job: "1", date: "2026-01-23") + line("b", job: "2", date: "2026-01-24")).utf8), to: name)
        let journal = try open()
        #expect(await journal.job(for: question("a")) == nil)
        #expect(await journal.job(for: question("b")) == "2")
        #expect(notices.all.map(\.description).count { $0.contains("\"1\"") && $0.contains("too old") } == 1)
        await journal.finish()
        #expect(try text == line("b", job: "2", date: "2026-01-24"))
    }

    @Test(
        "leaves out a line that names no job",
        arguments: [
            "oops", "{}", "[]", #"{"image":"a","length":"huge","service":"s","job":"1","date":"2026-01-31"}"#,
            #"{"image":"a","length":"normal","service":"s","job":1,"date":"2026-01-31"}"#,
            #"{"image":"a","length":"normal","service":"s","date":"2026-01-31"}"#,
        ])
    func badLine(bad: String) async throws {
        try folder.write(Array((bad + "\n" + line("b", job: "2")).utf8), to: name)
        let journal = try open()
        #expect(notices.all == [.badLine(path: folder.path.pushing(name).string, line: 1)])
        #expect(await journal.job(for: question("b")) == "2")
        await journal.finish()
        #expect(try text == line("b", job: "2"))
    }

    @Test("ends the jobs whose answers a killed run had saved already")
    func answered() async throws {
        let first = try open()
        for image in ["a", "b"] { await first.begin("1", for: question(image)) }
        await first.begin("1", for: question("a", .long))
        let catalog = try await CaptionCatalog.open(catalogPath, for: .writing)
        let key = CaptionRecord.Key(image: "a", role: "content", language: "en")
        try await catalog.append(CaptionRecord(key: key, status: .suggested, captions: [.normal: "A dog"]))
        let journal = try open()
        await journal.endAnswered(in: catalog)
        #expect(await journal.job(for: question("a")) == nil)
        #expect(await journal.job(for: question("a", .long)) == "1")
        #expect(await journal.job(for: question("b")) == "1")
        try await catalog.finish()
    }

    @Test("stands beside the file that a link to the catalog names")
    func link() async throws {
        try await folder.run("sh", "-c", "mkdir d && touch d/real && ln -s d/real catalog.jsonl")
        await (try open()).begin("1", for: question("a"))
        #expect(try folder.read("d/real.jobs") == Array(line("a", job: "1").utf8))
    }

    @Test("that cannot be written is told of, and the run goes on")
    func unwritable() async throws {
        try await folder.run("mkdir", "gone")
        let notices = notices
        let journal = try JobJournal(
            besideCatalog: folder.path.appending("gone/catalog"), today: "2026-01-31", oldest: ""
        ) { notices.add($0) }
        try await folder.run("rmdir", "gone")
        await journal.begin("1", for: question("a"))
        await journal.begin("2", for: question("b"))
        #expect(await journal.job(for: question("a")) == "1")
        #expect(notices.all.count == 1)
    }

    @Test("that is no file stops the run before anything is paid for", arguments: ["mkfifo", "mkdir"])
    func notAFile(command: String) async throws {
        try await folder.run(command, name.string)
        #expect(throws: FileError.notRegular(folder.path.pushing(name))) { try open() }
    }
}
