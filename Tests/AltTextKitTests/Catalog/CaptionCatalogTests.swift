// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import SystemPackage
import Testing

@Suite("The caption catalog")
struct CaptionCatalogTests {
    private let folder: TemporaryFolder
    private let name: FilePath = "alttext.captions.jsonl"

    init() throws {
        folder = try TemporaryFolder()
    }

    private var path: FilePath { folder.path.pushing(name) }

    private func record(
        _ image: String,
        _ status: CaptionStatus = .suggested,
        _ text: String? = "A dog",
        role: String = "content",
        captions: [CaptionLength: String] = [:],
        date: String = "2026-01-31"
    ) -> CaptionRecord {
        CaptionRecord(
            key: CaptionRecord.Key(image: image, role: role, language: "en"),
            status: status,
            text: text,
            captions: captions,
            source: "test",
            src: "img/\(image).png",
            date: date
        )
    }

    private func lines(_ records: CaptionRecord...) -> [UInt8] {
        records.flatMap { record in
            var line: [UInt8] = []
            record.json.writeLine(to: &line)
            return line
        }
    }

    // MARK: Writing

    @Test("each record is on the disk when append returns, and the file is sorted at the end")
    func append() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("c"))
        #expect(try folder.read(name) == lines(record("c")))
        try await catalog.append(record("a"))
        #expect(try folder.read(name) == lines(record("c"), record("a")))
        try await catalog.append(record("b", .rejected, nil))
        try await catalog.finish()
        #expect(try folder.read(name) == lines(record("a"), record("b", .rejected, nil), record("c")))
        #expect(try folder.names == [name.string])
    }

    @Test("records that belong together are written together, also where one of them needs the file rewritten")
    func appendSeveral() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append([record("c"), record("b", .edited, "p", date: "2026-02-02"), record("c")])
        #expect(try folder.read(name) == lines(record("c"), record("b", .edited, "p", date: "2026-02-02")))
        try await catalog.append([record("a"), record("b", .edited, "q", date: "2026-01-01")])
        #expect(try folder.read(name) == lines(record("a"), record("b", .edited, "q", date: "2026-01-01"), record("c")))
        try await catalog.append([])
        try await catalog.finish()
    }

    @Test("nothing is written, and no file is made, when nothing changes")
    func unchanged() async throws {
        let empty = try await CaptionCatalog.open(path, for: .writing)
        try await empty.finish()
        #expect(try folder.names == [])

        // Not as this program would write it, but in order: that is no reason to touch it.
        let text = Array("{\"image\": \"a\", \"role\": \"content\", \"status\": \"rejected\"}".utf8)
        try folder.write(text, to: name)
        let inode = try path.stat().inode
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        let existing = try #require(await catalog.records.first)
        try await catalog.append(existing)
        try await catalog.finish()
        #expect(try folder.read(name) == text)
        #expect(try path.stat().inode == inode)
    }

    @Test("an empty file that was there stays")
    func emptyFile() async throws {
        try folder.write([], to: name)
        try await CaptionCatalog.open(path, for: .writing).finish()
        #expect(try folder.names == [name.string])
    }

    @Test("reading takes no lock, creates nothing and writes nothing")
    func reading() async throws {
        let missing = try await CaptionCatalog.open(path, for: .reading)
        #expect(await missing.records.isEmpty)
        #expect(try folder.names == [])

        let writer = try await CaptionCatalog.open(path, for: .writing)
        try await writer.append(record("a"))
        let reader = try await CaptionCatalog.open(path, for: .reading)
        #expect(await reader.record(for: record("a").key) == record("a"))
        await #expect(throws: CatalogError.self) { try await reader.append(record("b")) }
        try await reader.finish()
        try await writer.finish()
        await #expect(throws: CatalogError.self) { try await writer.append(record("b")) }
        #expect(try folder.read(name) == lines(record("a")))
    }

    @Test("mode and symbolic link of the file are kept")
    func link() async throws {
        try await folder.run("sh", "-c", "mkdir d && touch d/real && chmod 640 d/real && ln -s d/real \(name)")
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("b"))
        try await catalog.append(record("a"))
        try await catalog.finish()
        #expect(try folder.read("d/real") == lines(record("a"), record("b")))
        #expect(try path.stat(followTargetSymlink: false).type == .symbolicLink)
        #expect(try path.stat().permissions.rawValue == 0o640)
    }

    // MARK: Persons and machines

    @Test(
        "what a person decided outlives a machine, which only adds captions",
        arguments: CaptionStatus.allCases.filter(\.isDecidedByPerson)
    )
    func person(status: CaptionStatus) async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("a", .suggested, "m1", captions: [.normal: "m1"]))
        try await catalog.append(record("a", status, "p"))
        try await catalog.append(record("a", .suggested, "m2", captions: [.long: "m2"], date: "2027-01-01"))
        let expected = record("a", status, "p", captions: [.normal: "m1", .long: "m2"])
        #expect(await catalog.records == [expected])
        let reread = try CatalogContents(parsing: folder.read(name), path: "")
        #expect(reread.records == [expected])
        try await catalog.finish()
        #expect(try folder.read(name) == lines(expected))
    }

    @Test("a decision can be undone, and that holds even if the run is killed right after")
    func undo() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("b", .approved, "p"))
        try await catalog.append(record("a"))
        try await catalog.replace(record("b", .suggested, "m"))
        #expect(
            try CatalogContents(parsing: folder.read(name), path: "").records == [
                record("a"), record("b", .suggested, "m"),
            ]
        )
        try await catalog.append(record("c"))
        #expect(try folder.read(name) == lines(record("a"), record("b", .suggested, "m"), record("c")))
        try await catalog.finish()
    }

    @Test("a record with an older date replaces the one before it also in the file")
    func clockThatGoesBack() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("a", .edited, "first", date: "2026-02-02"))
        try await catalog.append(record("a", .edited, "second", date: "2026-01-01"))
        #expect(try CatalogContents(parsing: folder.read(name), path: "").records.map(\.text) == ["second"])
    }

    @Test("removed records are gone from the file at once")
    func remove() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        for image in ["a", "b", "c"] { try await catalog.append(record(image)) }
        try await catalog.remove([record("a").key, record("c").key, record("x").key])
        #expect(try folder.read(name) == lines(record("b")))
        try await catalog.finish()
    }

    @Test("the captions of an image are found across roles and languages")
    func captions() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("a", captions: [.short: "s"]))
        try await catalog.append(record("a", .rejected, nil, role: "figure-captioned", captions: [.long: "l"]))
        try await catalog.append(record("b", captions: [.normal: "n"]))
        #expect(await catalog.captions(forImage: "a") == [.short: "s", .long: "l"])
        #expect(await catalog.captions(forImage: "x") == [:])
    }

    // MARK: Killed runs

    @Test("a run killed at any byte of a line costs that line only, and the next run writes on behind the others")
    func killed() async throws {
        let first = lines(record("b"))
        let second = lines(record("a", .suggested, "Größe 👩‍👩‍👧"))
        for count in 0...second.count {
            try folder.write(first + second[..<count], to: name)
            let notices = Notices()
            let isWhole = count >= second.count - 1
            let catalog = try await CaptionCatalog.open(path, for: .writing) { notices.add($0) }
            #expect(await catalog.records.count == (isWhole ? 2 : 1))
            #expect(notices.all.count == (isWhole || count == 0 ? 0 : 1))
            try await catalog.append(record("c"))
            #expect(try folder.read(name) == first + (isWhole ? second : []) + lines(record("c")))
            try await catalog.finish()
            #expect(try folder.read(name) == (isWhole ? second : []) + first + lines(record("c")))
        }
    }

    @Test("the next run puts what a killed run left in order even if it has nothing to add")
    func repaired() async throws {
        try folder.write(lines(record("b"), record("a")) + Array("{\"image\":\"sha".utf8), to: name)
        try await CaptionCatalog.open(path, for: .writing).finish()
        #expect(try folder.read(name) == lines(record("a"), record("b")))
    }

    @Test("a bad line stops the run before anything is written")
    func badLine() async throws {
        let text = lines(record("a")) + Array("oops\n".utf8) + lines(record("b"))
        try folder.write(text, to: name)
        for access in [CaptionCatalog.Access.reading, .writing] {
            await #expect(throws: CatalogError.self) { try await CaptionCatalog.open(path, for: access) }
        }
        #expect(try folder.read(name) == text)
    }

    // MARK: Two runs

    @Test("a second run waits for the first, and then finds its records")
    func twoRuns() async throws {
        let notices = Notices()
        let first = try await CaptionCatalog.open(path, for: .writing)
        try await first.append(record("b"))
        let clock = ActingClock {
            try await first.append(record("a"))
            // Replaces the file by a sorted one: the lock that the second run waited for is then that of an old file.
            try await first.finish()
        }
        let second = try await CaptionCatalog.open(path, for: .writing, clock: clock) { notices.add($0) }
        #expect(notices.all == [.waiting(path: path.string)])
        #expect(await second.records.count == 2)
        try await second.append(record("c"))
        try await second.finish()
        #expect(try folder.read(name) == lines(record("a"), record("b"), record("c")))
    }

    @Test("the wait ends with the task")
    func cancelledWait() async throws {
        let first = try await CaptionCatalog.open(path, for: .writing)
        let clock = ActingClock { throw CancellationError() }
        await #expect(throws: CancellationError.self) {
            try await CaptionCatalog.open(path, for: .writing, clock: clock)
        }
        try await first.finish()
    }

    @Test("the lock is kept over a replacement of the file in the middle of a run")
    func lockSurvivesReplacement() async throws {
        let first = try await CaptionCatalog.open(path, for: .writing)
        try await first.append(record("a"))
        try await first.append(record("b"))
        try await first.remove([record("a").key])
        let clock = ActingClock { throw CancellationError() }
        await #expect(throws: CancellationError.self) {
            try await CaptionCatalog.open(path, for: .writing, clock: clock)
        }
        try await first.finish()
    }

    @Test("a run that ends without finishing frees the lock")
    func abandoned() async throws {
        do {
            let catalog = try await CaptionCatalog.open(path, for: .writing)
            try await catalog.append(record("a"))
        }
        let clock = ActingClock { throw CancellationError() }
        let next = try await CaptionCatalog.open(path, for: .writing, clock: clock)
        #expect(await next.records == [record("a")])
    }

    // MARK: Other programs

    @Test("what an editor saves during a run is kept beside what the run adds", arguments: [false, true])
    func changedOutside(byReplacement: Bool) async throws {
        try folder.write(lines(record("a"), record("b")), to: name)
        let notices = Notices()
        let catalog = try await CaptionCatalog.open(path, for: .writing) { notices.add($0) }
        try await catalog.append(record("c"))
        let edited = lines(record("a", .edited, "By hand"))
        try folder.write(edited, to: byReplacement ? "new" : name)
        if byReplacement { try await folder.run("mv", "new", name.string) }
        try await catalog.append(record("d"))
        #expect(try folder.read(name) == edited + lines(record("c"), record("d")))
        #expect(notices.all == [.changedOutside(path: path.string)])
        try await catalog.finish()
        #expect(try folder.read(name) == edited + lines(record("c"), record("d")))
    }

    @Test("a change of the same length is seen before the file is sorted")
    func sameLength() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("b", .suggested, "dog"))
        try await catalog.append(record("a"))
        try folder.write(lines(record("b", .suggested, "cat"), record("a"), record("0")), to: "new")
        try folder.write(lines(record("b", .approved, "cat.")) + lines(record("a")), to: name)
        try await catalog.finish()
        #expect(try folder.read(name) == lines(record("a"), record("b", .approved, "cat.")))
    }

    @Test("a file that is removed during a run is written again whole")
    func removedOutside() async throws {
        try folder.write(lines(record("a")), to: name)
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await folder.run("rm", name.string)
        try await catalog.append(record("b"))
        try await catalog.finish()
        #expect(try folder.read(name) == lines(record("a"), record("b")))
    }

    @Test("when another program breaks the file, records are still saved, and the file is not rewritten")
    func brokenOutside() async throws {
        let catalog = try await CaptionCatalog.open(path, for: .writing)
        try await catalog.append(record("b"))
        let broken = Array("<<<<<<< HEAD\n".utf8)
        try folder.write(broken, to: name)
        await #expect(throws: CatalogError.self) { try await catalog.append(record("a")) }
        #expect(try folder.read(name) == broken + lines(record("b"), record("a")))
        await #expect(throws: CatalogError.self) { try await catalog.finish() }
        #expect(try folder.read(name) == broken + lines(record("b"), record("a")))
    }

    @Test("what is no file is refused without waiting", arguments: ["mkfifo", "mkdir"])
    func notAFile(command: String) async throws {
        try await folder.run(command, name.string)
        for access in [CaptionCatalog.Access.reading, .writing] {
            await #expect(throws: FileError.notRegular(path)) { try await CaptionCatalog.open(path, for: access) }
        }
    }

    @Test("a folder that is not there is named")
    func missingFolder() async throws {
        let path = folder.path.appending("none").appending("c.jsonl")
        await #expect(throws: FileError.missing(path)) { try await CaptionCatalog.open(path, for: .writing) }
    }
}
