// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A baseline")
struct BaselineTests {
    private let folder: WorkFolder
    private static let file = "known.jsonl"

    init() throws {
        folder = try WorkFolder()
        try folder.writeCaptionSite()
    }

    private func audit(_ arguments: String..., command: String = "audit") async throws -> ProgramRun {
        try await Program.alttext.run([command, "site", "--baseline", Self.file] + arguments, in: folder)
    }

    private func images(_ run: ProgramRun) throws -> [String] {
        try AuditLine.lines(of: run.text).map { "\($0.page) \($0.image ?? "none")" }
    }

    @Test("lets a team start today: what is known is not reported and does not fail")
    func start() async throws {
        let made = try await audit("--update-baseline")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.text == "2 pages: 0 findings in 0 places (0 errors, 0 warnings, 0 notes), 4 more known findings\n")
        #expect(made.errors.hasSuffix("known.jsonl: 4 known findings\n"), "\(made.errors)")
        #expect(made.errors.contains("known.jsonl: added: content img/a.png (en)\n"))
        let lines = try folder.text(Self.file).split(separator: "\n")
        #expect(lines.count == 4 && lines.sorted() == lines)
        #expect(
            lines[0]
                == #"{"name":"https://cdn.example.com/c.png","class":"content","role":"content","language":"en","#
                + #""image":"url:https://cdn.example.com/c.png"}"#)

        let later = try await audit("--format", "json", "--fail-on", "note")
        #expect(later.status == 0)
        #expect(later.errors.isEmpty)
        #expect(later.text.contains(#""findings":0,"places":0"#) && later.text.contains(#""knownFindings":4"#))
        #expect(later.text.hasSuffix(#""findings":[],"problems":[]}"# + "\n"))
    }

    @Test("stands when lines move, pages come, images are renamed or encoded anew")
    func stability() async throws {
        _ = try await audit("--update-baseline")
        try folder.write("\n\n" + folder.text("site/index.html"), to: "site/index.html")
        try folder.write("<html lang=en><img src=img/a.png>", to: "site/new.html")
        try folder.write(
            folder.text("site/second/index.html").replacing("b-copy", with: "renamed"), to: "site/second/index.html")
        try folder.copy("site/img/b-copy.png", to: "site/img/renamed.png")
        try folder.writeImage("site/img/a.png", marked: "encoded anew")
        let run = try await audit("--format", "jsonl")
        #expect(try images(run).isEmpty)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test("does not know another image, role or language")
    func news() async throws {
        _ = try await audit("--update-baseline")
        try folder.writeImage("site/img/new.png")
        try folder.write("<html lang=en><img src=img/new.png><img>", to: "site/image.html")
        try folder.write("<html lang=en><a href=.><img src=img/a.png></a>", to: "site/role.html")
        try folder.write("<html lang=de><img src=img/a.png>", to: "site/sprache.html")
        let run = try await audit("--format", "jsonl")
        #expect(run.status == 1)
        #expect(
            try images(run) == [
                "image.html img/new.png", "image.html none", "role.html img/a.png", "sprache.html img/a.png",
            ])
    }

    @Test("knows what has no image by its page, and a bad alt by what is wrong with it")
    func withoutImage() async throws {
        try folder.write("<html lang=en><img><img src=img/a.png alt=image>", to: "site/index.html")
        _ = try await audit("--update-baseline")
        #expect(try folder.text(Self.file).contains(#"{"page":"index.html","class":"unresolvable""#))
        try folder.write("<html lang=en><p><img><img src=img/a.png alt=picture>", to: "site/index.html")
        try folder.write("<html lang=en><img>", to: "site/other.html")
        let run = try await audit("--format", "jsonl")
        #expect(
            try AuditLine.lines(of: run.text).map { "\($0.page) \($0.findingClass)" } == [
                "index.html suspicious-alt", "other.html unresolvable",
            ])
    }

    @Test("tells images in data URLs apart by their bytes")
    func dataImages() async throws {
        func page(_ text: String) -> String { "<html lang=en><img src='data:image/png;base64,\(text)'>" }
        try folder.write(page("AAAA"), to: "site/index.html")
        _ = try await audit("--update-baseline")
        try folder.write(page("AAAB") + "<img src='data:image/png;base64,AAAA'>", to: "site/index.html")
        #expect(try images(try await audit("--format", "jsonl")).count == 1)
    }

    @Test("names what is no longer found, which does not fail, and takes it out on request")
    func stale() async throws {
        _ = try await audit("--update-baseline")
        try folder.write("<html lang=en><img src=img/a.png alt='A kite'><img src=img/b.png>", to: "site/index.html")
        try folder.write("<html lang=en>", to: "site/second/index.html")
        let known = try folder.text(Self.file)
        let run = try await audit()
        #expect(run.status == 0)
        #expect(
            run.errors == """
                alttext: known.jsonl: no longer found: content https://cdn.example.com/c.png (en)
                alttext: known.jsonl: no longer found: content img/a.png (en)
                alttext: known.jsonl: no longer found: figure-captioned img/b-copy.png (en)
                alttext: known.jsonl: --update-baseline takes them out

                """, "\(run.errors)")
        #expect(try await audit("-q").errors.isEmpty)
        // Whoever looks at some pages cannot tell what is gone from the others.
        let part = try await Program.alttext.run(
            ["audit", "--root", "site", "site/index.html", "--baseline", Self.file], in: folder)
        #expect(part.status == 0 && part.errors.isEmpty, "\(part.errors)")
        #expect(try folder.text(Self.file) == known)

        let update = try await audit("--update-baseline")
        #expect(update.errors.contains("known.jsonl: taken out: content img/a.png (en)\n"))
        #expect(!update.errors.contains("added"))
        #expect(try folder.text(Self.file).split(separator: "\n").count == 1)
    }

    @Test("is written only where all of the site was read")
    func incomplete() async throws {
        for arguments in [
            ["audit", "--root", "site", "site/index.html", "--baseline", Self.file, "--update-baseline"],
            ["audit", "site", "--update-baseline"],
        ] {
            let run = try await Program.alttext.run(arguments, in: folder)
            #expect(run.status == 64, "\(run.errors)")
            #expect(run.errors.contains("Error: --update-baseline: "))
        }
        try folder.write(#"<meta charset="hz-gb-2312"><img src="img/a.png">"#, to: "site/hz.html")
        let run = try await audit("--update-baseline")
        #expect(run.status == 2)
        #expect(run.errors.contains("not updated"))
        #expect(!folder.exists(Self.file))
    }

    @Test("that merging two branches leaves is a set: order and number do not count")
    func merge() async throws {
        _ = try await audit("--update-baseline")
        let lines = try folder.text(Self.file).split(separator: "\n")
        try folder.write("\u{FEFF}\r\n" + (lines.reversed() + lines).joined(separator: "\r\n"), to: Self.file)
        let run = try await audit()
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        _ = try await audit("--update-baseline")
        #expect(try folder.text(Self.file).split(separator: "\n") == lines)
    }

    @Test("that says nothing new is not written")
    func unchanged() async throws {
        _ = try await audit("--update-baseline")
        try folder.setMode(0o640, of: Self.file)
        let before = try folder.identity(of: Self.file)
        _ = try await audit("--update-baseline")
        #expect(try folder.identity(of: Self.file) == before)
        try folder.write("<html lang=en><img src=img/new.png>", to: "site/new.html")
        _ = try await audit("--update-baseline")
        #expect(try folder.identity(of: Self.file).mode == 0o640)
    }

    @Test(
        "that is broken is told with its line and status 2, and stays as it is",
        arguments: [
            ("x", "not JSON"), ("[1]", "not a JSON object"), (#"{"name":"a"}"#, "\"class\" is missing"),
            (#"{"name":"a","class":"kontent"}"#, "\"class\" cannot be \"kontent\""),
            (#"{"name":1,"class":"content"}"#, "\"name\" has to be a string"),
            (#"{"class":"content"}"#, "are missing"), ("<<<<<<< HEAD", "not JSON"),
        ])
    func broken(line: String, reason: String) async throws {
        let text = "\(#"{"name":"a","class":"content"}"#)\n\(line)\n"
        try folder.write(text, to: Self.file)
        for run in [
            try await audit(), try await audit("--update-baseline"), try await audit("--offline", command: "fix"),
        ] {
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("alttext: known.jsonl:2: ") && run.errors.contains(reason), "\(run.errors)")
            #expect(run.errorLines.count == 1)
        }
        #expect(try folder.text(Self.file) == text)
    }

    @Test("that is not there is an error, unless it is about to be made", arguments: ["audit", "diff"])
    func missing(command: String) async throws {
        let run = try await audit(command: command)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("alttext: known.jsonl: no such baseline."))
    }

    @Test("keeps fix and diff from failing for what is known, and from nothing else", arguments: ["fix", "diff"])
    func rewriting(command: String) async throws {
        _ = try await audit("--update-baseline")
        try folder.write(
            "<html lang=en><img src=img/a.png><img src=https://e.org/p.gif width=1 height=1>", to: "site/index.html")
        let known = try await audit("--offline", command: command)
        #expect(known.status == 0, "\(known.errors)")
        #expect(known.errors.contains("  left, and known: 4\n"))
        #expect(!known.errors.contains("left: "))
        if command == "fix" { #expect(try folder.text("site/index.html").contains(#"<img alt="" src=https"#)) }
        try folder.writeImage("site/img/new.png")
        try folder.write("<html lang=en><img src=img/new.png>", to: "site/new.html")
        #expect(try await audit("--offline", command: command).status == 1)
    }
}
