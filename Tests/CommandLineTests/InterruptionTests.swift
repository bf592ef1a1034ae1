// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextTestSupport
import Foundation
import Synchronization
import SystemPackage
import Testing

@Suite("An interruption", .timeLimit(.minutes(20)))
struct InterruptionTests {
    private static let site = "https://example.org/garden/"
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Something that happens once, and that others wait for.
    private struct Event: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }

        func happen() { continuation.finish() }
        func happened() async { for await _ in stream {} }
    }

    @Test("saves captions and jobs, and the next run goes on without paying again", arguments: signals)
    func caption(signal: Int32) async throws {
        let poll = Event()
        let behaviour = StandInBehaviour(
            plan: .table(["/img/b": .processing]), queueLimit: nil, unfinishedPolls: 1, estimate: 1
        ) { endpoint in
            if endpoint == .fetch { poll.happen() }
        }
        try await ServiceFixture.run(behaviour) { fixture in
            try fixture.folder.writeCaptionSite()
            let program = try await fixture.start("caption", "site", "--site-url", Self.site)
            await poll.happened()
            program.send(signal)
            let run = try await program.ended()
            #expect(run.status == 3, "\(run.errors)")
            #expect(run.errors.contains("run again to go on"))
            #expect(!run.errors.contains("failed: "))
            #expect(try fixture.folder.captions().count == 2)
            #expect(try fixture.folder.text("alttext.captions.jsonl.jobs").contains(fixture.server.origin))

            let next = try await fixture.alttext("caption", "site", "--site-url", Self.site)
            #expect(next.status == 0, "\(next.errors)")
            #expect(try fixture.folder.captions().count == 3)
            #expect(await fixture.questions().values.allSatisfy { $0 == 1 })
            #expect(try fixture.folder.contents().keys.filter { !$0.hasPrefix("site/") } == ["alttext.captions.jsonl"])
        }
    }

    @Test("waits for an answer on its way, and asks nothing more")
    func answerOnItsWay() async throws {
        let (question, release) = (Event(), Event())
        let behaviour = StandInBehaviour { _ in
            question.happen()
            await release.happened()
        }
        try await ServiceFixture.run(behaviour) { fixture in
            try fixture.folder.writeCaptionSite()
            let program = try await fixture.start("fix", "site", "--site-url", Self.site, "--concurrency", "1")
            await question.happened()
            program.send(SIGINT)
            try await program.hasSaid("at once.")
            release.happen()
            let run = try await program.ended()
            #expect(run.status == 3, "\(run.errors)")
            #expect(run.errors.contains("not inserted: 3 (3 captions)"), "\(run.errors)")
            #expect(try fixture.folder.captions().count == 1)
            #expect(await fixture.server.requests.count == 1)
            #expect(!(try fixture.folder.text("site/index.html").contains("alt=")))
        }
    }

    @Test(
        "leaves no progress line on a terminal", .enabled(if: Program.hasTerminal, "no script of util-linux"),
        arguments: [false, true])
    func terminal(isSecond: Bool) async throws {
        // A poll is not waited for, an answer to a caption request is.
        let behaviour = StandInBehaviour(plan: .table(["/img/b": isSecond ? .answerWithheld : .processingForever]))
        try await ServiceFixture.run(behaviour) { fixture in
            try fixture.folder.writeCaptionSite()
            let program = try await fixture.startOnTerminal(
                "caption", "site", "--site-url", Self.site, "--concurrency", "2")
            try await program.hasSaid("66 % of 3")
            let number = try #require(Int32(try fixture.folder.text("number").split(separator: "\n")[0]))
            kill(number, SIGINT)
            try await program.hasSaid("at once.")
            if isSecond { kill(number, SIGINT) }
            let run = try await program.ended()
            #expect(run.status == (isSecond ? 128 + SIGINT : 3))
            let erasure = "\u{1B}[K"
            // What is visible at the end: of each line that which was written behind the last erasure.
            let lines = run.text.components(separatedBy: "\r\n").map { line in
                line.components(separatedBy: "\r").last.map { $0.replacing(erasure, with: "") } ?? ""
            }
            #expect(lines[0].hasPrefix("alttext: interrupted"), "\(run.text.debugDescription)")
            #expect(!lines.contains { $0.contains("%") })
            #expect(lines.last == "")
        }
    }

    @Test("for the second time ends the run at once", arguments: signals)
    func second(signal: Int32) async throws {
        let question = Event()
        let behaviour = StandInBehaviour(plan: .table(["/img/a": .answerWithheld])) { _ in question.happen() }
        try await ServiceFixture.run(behaviour) { fixture in
            try fixture.folder.writeCaptionSite()
            let program = try await fixture.start("caption", "site", "--site-url", Self.site, "--concurrency", "1")
            await question.happened()
            program.send(SIGINT)
            try await program.hasSaid("at once.")
            program.send(signal)
            let run = try await program.ended()
            #expect(run.status == 128 + signal)
            #expect(run.errorLines.count == 1, "\(run.errors)")
            // It ended in no bad place.
            let next = try await fixture.alttext("caption", "site", "--site-url", Self.site, "--exclude", "img/a")
            #expect(next.status == 0, "\(next.errors)")
        }
    }

    @Test("of work that has nothing to save ends it with one line", arguments: signals)
    func reading(signal: Int32) async throws {
        let folder = try WorkFolder()
        try folder.writeCaptionSite()
        #expect(unsafe mkfifo(folder.location(of: "list").path, 0o600) == 0)
        for command in [["audit"], ["diff", "--offline"], ["fix", "--offline"]] {
            let program = try await Program.alttext.start(
                command + ["--root", "site", "--files-from", "list"], in: folder)
            // Waits until the program reads, which is in the middle of its work.
            let list = try await Self.openForWriting(folder.location(of: "list"))
            program.send(signal)
            let run = try await program.ended()
            #expect(run.status == 3)
            #expect(run.output.isEmpty)
            #expect(run.errorLines.count == 1 && run.errors.hasPrefix("alttext: interrupted"), "\(run.errors)")
            try list.close()
        }
    }

    @Test("that the caller has the process ignore is ignored, as under nohup")
    func ignored() async throws {
        let folder = try WorkFolder()
        try folder.writeCaptionSite()
        #expect(unsafe mkfifo(folder.location(of: "list").path, 0o600) == 0)
        let script = "trap '' HUP; exec \"$0\" audit --root site --files-from list"
        let program = try await Program.shell.start([script, Program.alttext.url.path], in: folder)
        let list = try await Self.openForWriting(folder.location(of: "list"))
        program.send(SIGHUP)
        try list.write(contentsOf: Data("site/index.html\n".utf8))
        try list.close()
        let run = try await program.ended()
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.text.contains("1 page"))
    }

    @Test("of the wait for another run ends that wait")
    func waiting() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeCaptionSite()
            let path = FilePath(fixture.folder.location(of: "alttext.captions.jsonl").path)
            let catalog = try await CaptionCatalog.open(path, for: .writing)
            let program = try await fixture.start("caption", "site", "--site-url", Self.site)
            try await program.hasSaid("waiting until")
            program.send(SIGTERM)
            let run = try await program.ended()
            #expect(run.status == 3, "\(run.errors)")
            #expect(await fixture.server.requests.isEmpty)
            try await catalog.finish()
        }
    }

    @Test("while pages are written leaves each of them old or finished, and says how many are left")
    func writing() async throws {
        let folder = try WorkFolder()
        let page = #"<html lang=en><img src="https://count.example.com/p.gif" width="1" height="1">"#
        let names = (0..<400).map { "site/\($0).html" }
        for name in names { try folder.write(page, to: name) }
        let finished = page.replacing("<img ", with: #"<img alt="" "#)
        let program = try await Program.alttext.start(["fix", "site", "--offline"], in: folder)
        while try names.allSatisfy({ try folder.text($0) == page }) { await Task.yield() }
        program.send(SIGINT)
        let run = try await program.ended()
        let texts = try names.map { try folder.text($0) }
        let left = texts.count { $0 == page }
        #expect(left + texts.count { $0 == finished } == names.count)
        #expect(run.status == (left == 0 ? 0 : 3), "\(run.errors)")
        #expect(run.errors.contains("\(left) pages not rewritten") == (left > 1), "\(run.errors)")
        #expect(run.errors.contains("inserted: \(names.count - left) "), "\(run.errors)")
        let next = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        #expect(next.status == 0)
        #expect(try names.allSatisfy { try folder.text($0) == finished })
        #expect(try folder.contents().count == names.count)
    }

    /// Opens a pipe, for which somebody has to read from it, outside of the threads that tests run on.
    private static func openForWriting(_ pipe: URL) async throws -> FileHandle {
        try await withCheckedThrowingContinuation { opened in
            DispatchQueue.global().async { opened.resume(with: Result { try FileHandle(forWritingTo: pipe) }) }
        }
    }
}
