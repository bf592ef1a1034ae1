// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("What audit looks at")
struct AuditSelectionTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    private func lines(_ arguments: String..., input: String = "") async throws -> [AuditLine] {
        let run = try await Program.alttext.run(["audit", "--format", "jsonl"] + arguments, in: folder, input: input)
        #expect(run.status == 0 || run.status == 1, "\(run.errors)")
        return try AuditLine.lines(of: run.text)
    }

    private func pages(_ arguments: String..., input: String = "") async throws -> Set<String> {
        let run = try await Program.alttext.run(["audit", "--format", "jsonl"] + arguments, in: folder, input: input)
        #expect(run.status == 0 || run.status == 1, "\(run.errors)")
        return Set(try AuditLine.lines(of: run.text).map(\.page))
    }

    private func writePages(_ names: String..., text: String = "<html lang=en><img src=x.png>") throws {
        for name in names { try folder.write(text, to: "site/\(name)") }
    }

    @Test("is every page below the folder, by its extension in any case")
    func extensions() async throws {
        try writePages("a.html", "b.htm", "c.xhtml", "D.HTML", "e.php", "f.txt", "sub/g.html", ".git/h.html")
        #expect(try await pages("site") == ["a.html", "b.htm", "c.xhtml", "D.HTML", "sub/g.html"])
        #expect(try await pages("site", "--extensions", "php, .TXT") == ["e.php", "f.txt"])
        #expect(try await pages("--root", "site") == ["a.html", "b.htm", "c.xhtml", "D.HTML", "sub/g.html"])
    }

    @Test("is single pages and folders of a root")
    func singlePages() async throws {
        try writePages("a.html", "b.html", "sub/c.html", "sub/d.html", "other/e.html")
        #expect(try await pages("--root", "site", "site/a.html") == ["a.html"])
        #expect(
            try await pages("--root", "site", "site/a.html", "site/./sub/../sub/c.html", "site/a.html") == [
                "a.html", "sub/c.html",
            ]
        )
        #expect(try await pages("--root", "site", "site/sub", "site/b.html") == ["b.html", "sub/c.html", "sub/d.html"])
        #expect(
            try await pages("--root", "site", folder.location(of: "site/sub").path) == ["sub/c.html", "sub/d.html"]
        )
    }

    @Test("is what a list names, from a file or from standard input")
    func filesFrom() async throws {
        try writePages("a.html", "b page.html", "c.html")
        let list = "site/a.html\r\n\r\nsite/b page.html\nsite/a.html"
        try folder.write(list, to: "pages.txt")
        #expect(try await pages("--root", "site", "--files-from", "pages.txt") == ["a.html", "b page.html"])
        #expect(try await pages("--root", "site", "--files-from", "-", input: list) == ["a.html", "b page.html"])
    }

    @Test(
        "is not what --exclude-path matches",
        arguments: [
            (["sub/*"], ["a.html", "drafts.html"]), (["*draft*"], ["a.html", "sub/c.html"]),
            (["a.html", "sub/deep/*"], ["drafts.html", "sub/c.html"]),
            (["?.html"], ["drafts.html", "sub/c.html", "sub/deep/draft.html"]),
        ]
    )
    func excludedPaths(globs: [String], remaining: [String]) async throws {
        try writePages("a.html", "drafts.html", "sub/c.html", "sub/deep/draft.html")
        let arguments = globs.flatMap { ["--exclude-path", $0] }
        let run = try await Program.alttext.run(["audit", "site", "--format", "jsonl"] + arguments, in: folder)
        #expect(Set(try AuditLine.lines(of: run.text).map(\.page)) == Set(remaining))
    }

    @Test("is not the images that --exclude matches, by URL or by path")
    func excludedImages() async throws {
        try folder.writeCaptionSite()
        let all = try await lines("site").map(\.src)
        #expect(all.count == 7)
        let some = try await lines("site", "--exclude", #"^https://cdn\."#, "--exclude", #"b-copy\.png$"#).map(\.src)
        #expect(some == all.filter { $0?.contains("cdn") == false && $0?.contains("copy") == false })
        #expect(try await lines("site", "--exclude", ".").isEmpty)
    }

    @Test("is templates only on request")
    func templates() async throws {
        try folder.writeImage("site/x.png")
        try writePages("a.html", text: "<html lang=en><template><img src=x.png></template>")
        #expect(try await lines("site").map(\.findingClass) == ["inert"])
        #expect(try await lines("site", "--include-templates").map(\.findingClass) == ["content"])
    }

    @Test("is the image that a script would load")
    func sourceAttributes() async throws {
        try folder.writeImage("site/x.png")
        try writePages(
            "a.html",
            text: #"<html lang=en><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-mine="x.png">"#
        )
        #expect(try await lines("site").map(\.image) != ["x.png"])
        #expect(try await lines("site", "--src-attribute", "data-mine").map(\.image) == ["x.png"])
    }

    @Test(
        "fails by --fail-on",
        arguments: [
            ("error", [1, 0, 0, 0]), ("warning", [1, 1, 0, 0]), ("note", [1, 1, 1, 0]), ("never", [0, 0, 0, 0]),
        ]
    )
    func failOn(level: String, statuses: [Int32]) async throws {
        try folder.writeImage("site/x.png")
        let pages = [
            "<html lang=en><img src=x.png>", "<html lang=en><img src=x.png alt=image>",
            "<html lang=en><img src=x.png role=presentation>",
            "<html lang=en><img src=x.png alt='A red kite over a field'>",
        ]
        for (page, status) in zip(pages, statuses) {
            try writePages("a.html", text: page)
            let run = try await Program.alttext.run(["audit", "site", "--fail-on", level], in: folder)
            #expect(run.status == status, "\(page)")
            let other = try await Program.alttext.run(
                ["audit", "site"],
                in: folder,
                environment: ["ALTTEXT_FAIL_ON": level]
            )
            #expect(other.status == status, "\(page) by environment")
        }
    }
}
