// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import SystemPackage
import Testing

/// A page with `^` where an alt is to be inserted.
struct MarkedPage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: [UInt8]
    let edits: [PageEdit]

    init(_ name: String, _ marked: [UInt8]) {
        testDescription = name
        var page: [UInt8] = []
        var edits: [PageEdit] = []
        for byte in marked {
            if byte == UInt8(ascii: "^") {
                edits.append(PageEdit(byteOffset: page.count, insertion: Array(" alt=\"Nr \(edits.count)\"".utf8)))
            } else {
                page.append(byte)
            }
        }
        self.page = page
        self.edits = edits
    }

    init(_ name: String, _ marked: String) { self.init(name, Array(marked.utf8)) }

    static let all: [MarkedPage] = [
        MarkedPage("one line", "<img^ src=a>\n"),
        MarkedPage("one line without a final line feed", "<img^ src=a>"),
        MarkedPage("last line without a line feed", "<p>\n<img^ src=a>"),
        MarkedPage("unchanged last line without a line feed", "<img^ src=a>\n</p>"),
        MarkedPage("unfinished last line beyond the context", "<img^ src=a>\n1\n2\n3\n4"),
        MarkedPage("CRLF", "<p>\r\n<img^ src=a>\r\n</p>\r\n"),
        MarkedPage("CRLF without a final one", "<p>\r\n<img^ src=a>\r\n</p>"),
        MarkedPage("lone carriage returns", "<p>\r<img^ src=a>\r</p>\r<img^ src=b>"),
        MarkedPage("mixed line ends", "<p>\r\n<img^ src=a>\n</p>\r<img^\nsrc=b>\r\n"),
        MarkedPage("several on one line", "<img^ src=a><img^ src=b>\n<img^ src=c>\n"),
        MarkedPage("the tag goes on in the next line", "<p>\n<img^\n  src=a\n>\n"),
        MarkedPage("close changes share a hunk", "<img^>\n1\n2\n3\n4\n5\n6\n<img^>\n"),
        MarkedPage("distant changes do not", "<img^>\n1\n2\n3\n4\n5\n6\n7\n<img^>\n"),
        MarkedPage(
            "far from both ends",
            String(repeating: "x\n", count: 40) + "<img^>\n" + String(repeating: "y\n", count: 40)
        ),
        MarkedPage("the same lines again and again", String(repeating: "<p>\n<img^ src=a>\n</p>\n", count: 50)),
        MarkedPage(
            "lines that look like a diff",
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-- <img^>\n\\ No newline at end of file\n"
        ),
        MarkedPage("blank lines", "\n\n\n\n<img^>\n\n\n\n"),
        MarkedPage("byte order mark", [0xEF, 0xBB, 0xBF] + Array("<img^>\n".utf8)),
        MarkedPage("invalid UTF-8", [0xFF, 0x0A, 0xC3, 0x28] + Array("<img^>".utf8) + [0x80, 0x0A, 0xE9]),
        MarkedPage("NUL bytes", [0x61, 0x00, 0x0A] + Array("<img^>".utf8) + [0x00, 0x0A, 0x00]),
        MarkedPage("UTF-16", Array("<\0i\0m\0g\0^>\0\n\0b\0\n\0".utf8)),
        MarkedPage("white space at line ends", "a \t\n<img^> \t \n \n"),
        MarkedPage(
            "minified page of some megabytes",
            String(repeating: "<p>Lorem ipsum dolor sit amet<img^ src=a.png>", count: 60_000)
        ),
    ]
}

@Suite("Unified diffs")
struct UnifiedDiffTests {
    @Test("git apply and patch make of a diff what the edits make", arguments: MarkedPage.all)
    func tools(marked: MarkedPage) async throws {
        try await check(marked, path: "index.html")
    }

    @Test(
        "odd names survive both tools",
        arguments: [
            "a b.html", " a.html", "a .html ", "dir with space/x y.html", "tab\there.html", "quo\"te.html",
            "back\\slash.html",
            "größe/日本語.html", "./x.html", "x//y.html", "a/b/a/b.html", "apos'trophe.html", "$HOME;`x`.html", "-x.html",
            "x.html 2020-01-01 00:00:00", "cr\rhere.html", "bell\u{7}.html", "esc\u{1B}[31m.html", "\u{202E}lmth.x",
            "c1\u{85}.html", "dev/null", "x~.html", "x.orig", "line\nfeed.html", "a  b.html",
            "tab and space\t .html", "a/ b/ c ",
        ]
    )
    func names(name: String) async throws {
        try await check(MarkedPage("", "<p>\n<img^ src=a>\n</p>\n"), path: FilePath(name))
    }

    @Test("a name that is not UTF-8 survives both tools")
    func invalidName() async throws {
        // 0xE9 is the Latin-1 é; as FilePath takes no bytes, the name goes through a null-terminated array.
        let bytes: [CChar] = [0x61, CChar(bitPattern: 0xE9), 0x62, 0]
        let path = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe FilePath(platformString: $0) }
        }
        try await check(MarkedPage("", "<img^>\n"), path: try #require(path))
    }

    @Test("the diff applies in a folder of a repository, where the command was run")
    func subfolderOfRepository() async throws {
        let folder = try TemporaryFolder()
        try await folder.run("sh", "-c", "git init -q . && mkdir -p site/blog")
        let marked = MarkedPage("", "<p>\n<img^>\n")
        try folder.write(marked.page, to: "site/blog/a.html")
        var diff: [UInt8] = []
        try UnifiedDiff.append(marked.edits, of: marked.page, at: "blog/a.html", to: &diff)
        try folder.write(diff, to: "fix.diff")
        let result = try await folder.run("sh", "-c", "cd site && git apply ../fix.diff")
        #expect(result.succeeds, "\(result.output)")
        #expect(try folder.read("site/blog/a.html") == marked.page.applying(marked.edits))
    }

    @Test("one diff of several pages changes them all")
    func severalPages() async throws {
        for command in [["git", "apply"], ["patch", "-p1"]] {
            let folder = try TemporaryFolder()
            var diff: [UInt8] = []
            let pages = MarkedPage.all.filter { $0.page.count < 10_000 }
            for (index, marked) in pages.enumerated() {
                try folder.write(marked.page, to: FilePath("\(index).html"))
                try UnifiedDiff.append(marked.edits, of: marked.page, at: FilePath("\(index).html"), to: &diff)
            }
            let result = try await folder.run(command[0], command[1], input: diff)
            #expect(result.succeeds, "\(result.output)")
            for (index, marked) in pages.enumerated() {
                #expect(try folder.read(FilePath("\(index).html")) == marked.page.applying(marked.edits))
            }
        }
    }

    @Test("generated pages survive both tools", arguments: 0..<12)
    func generated(seed: Int) async throws {
        try await check(.generated(seed: UInt64(seed)), path: "page.html")
    }

    @Test("no edits give no diff")
    func noEdits() throws {
        var diff: [UInt8] = []
        try UnifiedDiff.append([], of: Array("<img>".utf8), at: "a.html", to: &diff)
        try UnifiedDiff.append([PageEdit(byteOffset: 0, insertion: [])], of: [0x61], at: "a.html", to: &diff)
        #expect(diff.isEmpty)
    }

    @Test("the text of a diff is that of diff -u")
    func exactText() throws {
        let marked = MarkedPage("", "1\n2\n3\n4\n<img^>\n<img^>\n5\n6\n7\n8\n9\n10\n11\n<img^>")
        var diff: [UInt8] = []
        try UnifiedDiff.append(marked.edits, of: marked.page, at: "a b/x.html", to: &diff)
        #expect(
            String(decoding: diff, as: UTF8.self) == """
                --- a/a b/x.html\t
                +++ b/a b/x.html\t
                @@ -2,8 +2,8 @@
                 2
                 3
                 4
                -<img>
                -<img>
                +<img alt="Nr 0">
                +<img alt="Nr 1">
                 5
                 6
                 7
                @@ -11,4 +11,4 @@
                 9
                 10
                 11
                -<img>
                \\ No newline at end of file
                +<img alt="Nr 2">
                \\ No newline at end of file

                """
        )
    }

    private func check(_ marked: MarkedPage, path: FilePath) async throws {
        let expected = try marked.page.applying(marked.edits)
        for arguments in [("git", "apply"), ("patch", "-p1")] {
            let result = try await apply(arguments.0, arguments.1, marked, path: path)
            #expect(result.page == expected, "\(arguments.0): \(result.output.prefix(300))")
            #expect(result.succeeds)
            #expect(!result.succeedsTwice, "\(arguments.0) applied a diff twice")
        }
    }

    private func apply(
        _ tool: String,
        _ argument: String,
        _ marked: MarkedPage,
        path: FilePath
    ) async throws -> (succeeds: Bool, page: [UInt8], output: String, succeedsTwice: Bool) {
        let folder = try TemporaryFolder()
        try await makeFolders(of: path, in: folder)
        try folder.write(marked.page, to: path)
        var diff: [UInt8] = []
        try UnifiedDiff.append(marked.edits, of: marked.page, at: path, to: &diff)
        let first = try await folder.run(tool, argument, input: diff)
        let page = try folder.read(path)
        let second =
            tool == "git"
            ? try await folder.run("git", "apply", "--check", input: diff)
            : try await folder.run("patch", "-p1", "--forward", "--dry-run", input: diff)
        return (first.succeeds, page, first.output, second.succeeds)
    }

    private func makeFolders(of path: FilePath, in folder: TemporaryFolder) async throws {
        let parent = path.removingLastComponent().string
        if !parent.isEmpty { try await folder.run("mkdir", "-p", "--", parent) }
    }
}
