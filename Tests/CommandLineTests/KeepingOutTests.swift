// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("What is kept out")
struct KeepingOutTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.writeCaptionSite()
    }

    private func images(_ arguments: String...) async throws -> [String] {
        let run = try await Program.alttext.run(["audit", "site", "--format", "jsonl"] + arguments, in: folder)
        #expect(run.status == 0 || run.status == 1, "\(run.errors)")
        return try AuditLine.lines(of: run.text).map { $0.image ?? "none" }
    }

    // MARK: .alttextignore

    @Test(".alttextignore leaves out the images that its lines match, besides those of --exclude")
    func ignoreFile() async throws {
        let all = try await images()
        try folder.write(
            "\u{FEFF}# images of others\r\n\r\n  ^https://cdn\\.  \n\t# indented\nb-copy\\.png$\n", to: ".alttextignore"
        )
        #expect(try await images() == all.filter { !$0.contains("cdn") && !$0.contains("copy") })
        #expect(try await images("--exclude", "/b") == ["img/a.png", "img/a.png", "img/a.png"])
        try folder.write("exclude: /a\n", to: "alttext.yml")
        #expect(try await images() == ["img/b.png"])
        try folder.write(".", to: ".alttextignore")
        #expect(try await images().isEmpty)
    }

    @Test(".alttextignore lies beside the configuration")
    func ignoreFileOfConfiguration() async throws {
        try folder.write(".", to: "conf/.alttextignore")
        try folder.write("", to: "conf/alttext.yml")
        #expect(try await images().count == 7)
        #expect(try await images("-c", "conf/alttext.yml").isEmpty)
    }

    @Test(
        ".alttextignore with a line that is no pattern is an error with its place",
        arguments: [
            ("a\n  b(\n", ":2:3: 'b(': not a regular expression: "),
            ("# (\n*\n", ":2:1: '*': not a regular expression: "),
        ], ["audit", "fix"])
    func brokenIgnoreFile(example: (text: String, message: String), command: String) async throws {
        try folder.write(example.text, to: ".alttextignore")
        let run = try await Program.alttext.run([command, "site"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("alttext: .alttextignore\(example.message)"), "\(run.errors)")
        #expect(run.errorLines.count == 1)
    }

    // MARK: Pages

    @Test(
        "--include leaves the pages that one pattern matches, and --exclude-path takes from those",
        arguments: [
            (["--include", "blog/*"], ["blog/a.html", "blog/draft/b.html"]),
            (["--include", "index.html", "--include", "*/a.html"], ["index.html", "blog/a.html"]),
            (["--include", "blog/*", "--exclude-path", "*draft*"], ["blog/a.html"]),
            (["--exclude-path", "*draft*", "--include", "blog/*"], ["blog/a.html"]),
            (["--include", "*", "--exclude-path", "*", "--allow-empty"], []),
            (["--include", "nothing*", "--allow-empty"], []),
        ])
    func include(arguments: [String], expected: [String]) async throws {
        for page in ["index.html", "blog/a.html", "blog/draft/b.html"] {
            try folder.write("<html lang=en><img src=x.png>", to: "pages/\(page)")
        }
        let all = ["index.html", "blog/a.html", "blog/draft/b.html"].map { "pages/\($0)" }
        for selection in [["pages"], ["--root", "pages"] + all] {
            let run = try await Program.alttext.run(
                ["audit", "--format", "jsonl"] + selection + arguments, in: folder)
            #expect(Set(try AuditLine.lines(of: run.text).map(\.page)) == Set(expected), "\(run.errors)")
        }
    }

    @Test("pages by patterns that leave none is an error that names them")
    func nothingIncluded() async throws {
        let run = try await Program.alttext.run(["audit", "site", "--include", "blog"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("--include"), "\(run.errors)")
    }

    // MARK: data-alttext-ignore

    @Test(
        "data-alttext-ignore leaves out the element that has it, and all in it",
        arguments: [
            "<img src=img/a.png data-alttext-ignore>", "<img src=img/a.png DATA-ALTTEXT-IGNORE=''>",
            "<div data-alttext-ignore><p><b><img src=img/a.png></b></div>",
            "<picture data-alttext-ignore><source srcset=img/b.png><img src=img/a.png></picture>",
            "<figure data-alttext-ignore><img src=img/a.png><figcaption>x</figcaption></figure>",
            "<a href=. data-alttext-ignore><img src=img/a.png></a>",
            "<p><noscript data-alttext-ignore><img src=img/a.png></noscript>",
            "<template data-alttext-ignore><img src=img/a.png></template>",
            "<svg data-alttext-ignore><foreignObject><img src=img/a.png></foreignObject></svg>",
            "<input type=image src=img/a.png data-alttext-ignore>",
            "<map data-alttext-ignore><area href=x></map>",
            "<table data-alttext-ignore><tr><td><img src=img/a.png></table>",
            "<p data-alttext-ignore><img src=img/a.png alt=image><img src=img/a.png alt=' '>",
            "<body data-alttext-ignore><img src=img/a.png>", "<p><img><body data-alttext-ignore>",
        ])
    func ignoredElements(html: String) async throws {
        let pages = ["<html lang=en>\(html)", "<!DOCTYPE html><html lang=en data-alttext-ignore><img src=img/b.png>"]
        for (index, page) in pages.enumerated() { try folder.write(page, to: "site/\(index).html") }
        let run = try await Program.alttext.run(
            ["audit", "--root", "site", "site/0.html", "site/1.html", "--format", "jsonl"], in: folder)
        #expect(run.status == 0)
        #expect(run.text.isEmpty, "\(run.text)")
        let fix = try await Program.alttext.run(
            ["fix", "--root", "site", "site/0.html", "site/1.html", "--offline"], in: folder)
        #expect(fix.status == 0, "\(fix.errors)")
        #expect(try folder.text("site/0.html") == pages[0])
    }

    @Test("data-alttext-ignore leaves out nothing beside it")
    func notIgnored() async throws {
        try folder.write(
            "<html lang=en><p data-alttext-ignore>x</p><img src=img/a.png><br data-alttext-ignore><img src=img/b.png>",
            to: "site/index.html")
        let lines = try await images("--include", "index.html")
        #expect(lines == ["img/a.png", "img/b.png"])
    }
}
