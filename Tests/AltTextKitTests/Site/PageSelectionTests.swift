// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("Selecting pages")
struct PageSelectionTests {
    private func pages(_ site: SmallSite, extensions: [String] = ["html", "htm"]) throws -> [String] {
        try PageSelection(root: site.root, extensions: extensions).contents.pages.map(\.string)
    }

    @Test("The pages of a folder and of those below it, sorted by their bytes")
    func folder() throws {
        let site = try SmallSite([
            "b.html": "", "a/b.html": "", "a-b.html": "", "a.htm": "", "B.HTML": "", "ü.html": "", "é.html": "",
            "notes.txt": "", "html": "", ".html": "", "a/.hidden/c.html": "", "x.html/y.html": "", "z.html.bak": "",
        ])
        #expect(
            try pages(site) == [
                "B.HTML", "a-b.html", "a.htm", "a/.hidden/c.html", "a/b.html", "b.html", "x.html/y.html", "é.html",
                "ü.html",
            ]
        )
        #expect(try pages(site, extensions: ["txt"]) == ["notes.txt"])
    }

    @Test("Names that are the same letters in different bytes are different pages, in a fixed order")
    func normalisation() throws {
        let site = try SmallSite([:])
        try site.write([], to: "e\u{301}.html")
        try site.write([], to: "\u{E9}.html")
        let names = try PageSelection(root: site.root, extensions: ["html"]).contents.pages.map {
            Array($0.string.utf8)
        }
        // A file system that takes both for one name, as on macOS, has only one.
        #expect(names == [Array("e\u{301}.html".utf8), Array("\u{E9}.html".utf8)].filter(names.contains))
    }

    @Test(".git is not entered, wherever it is; nothing else is special")
    func git() throws {
        let site = try SmallSite([
            ".git/a.html": "", "sub/.git/b.html": "", ".gitlab/c.html": "", "node_modules/d.html": "",
        ])
        #expect(try pages(site) == [".gitlab/c.html", "node_modules/d.html"])
    }

    @Test("A link to a page is a page; links to folders are not entered, and dangling ones lead nowhere")
    func links() throws {
        let site = try SmallSite(["a.html": "", "sub/b.html": "", "notes.txt": ""])
        try site.link("linked", to: "sub")
        try site.link("loop", to: ".")
        try site.link("dangling.html", to: "nowhere.html")
        try site.link("folder.html", to: "sub")
        try site.link("text.html", to: "notes.txt")
        #expect(try pages(site) == ["a.html", "sub/b.html", "text.html"])
    }

    @Test("A page that has two names is one page, under the name of the file itself")
    func aliases() throws {
        let site = try SmallSite(["home.html": "", "notes.txt": ""])
        try site.link("index.html", to: "home.html")
        try site.link("about.html", to: "home.html")
        try site.link("x.html", to: "notes.txt")
        try site.link("y.html", to: "notes.txt")
        #expect(try pages(site) == ["home.html", "x.html"])
    }

    @Test("A link that leads out of the root stays, for the audit to refuse it")
    func linksOut() throws {
        let site = try SmallSite(["a.html": ""])
        try site.writeOutside("", to: "secret.html")
        try site.link("out.html", to: "../secret.html")
        #expect(try pages(site) == ["a.html", "out.html"])
    }

    @Test("Names may be odd, and need not be UTF-8")
    func oddNames() throws {
        let names: [[UInt8]] = [
            Array("a\nb.html".utf8), Array("-rf.html".utf8), Array("*.html".utf8), Array("a b\".html".utf8),
            Array("\u{202E}lmth.html".utf8), [0xFF, 0xFE] + Array(".html".utf8), [0x80] + Array(".html".utf8),
        ]
        let site = try SmallSite([:])
        for name in names {
            let path = FilePath(bytes: site.root.bytes + Array("/".utf8) + name)
            let file = try FileDescriptor.open(path, .writeOnly, options: [.create], permissions: [.ownerReadWrite])
            _ = try file.closeAfter { try file.writeAll("<img src=x>".utf8) }
        }
        let selection = try PageSelection(root: site.root, extensions: ["html"])
        #expect(selection.contents.pages.map(\.bytes) == names.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test("A page with a name that is not UTF-8 is read like any other")
    func auditOfOddName() async throws {
        let site = try SmallSite([:])
        let path = FilePath(bytes: site.root.bytes + Array("/".utf8) + [0xFF] + Array(".html".utf8))
        let file = try FileDescriptor.open(path, .writeOnly, options: [.create], permissions: [.ownerReadWrite])
        _ = try file.closeAfter { try file.writeAll("<img src=x>".utf8) }
        let audit = try await site.audit()
        #expect(audit.uses.count == 1)
        #expect(audit.problems.isEmpty)
    }

    @Test("Without a folder there is no site")
    func noFolder() throws {
        let site = try SmallSite(["a.html": ""])
        for path in ["nowhere", "a.html", "a.html/b"] {
            let root = site.root.appending(path)
            #expect(throws: SiteError.noSuchFolder(root)) { try PageSelection(root: root, extensions: ["html"]) }
        }
        #expect(throws: SiteError.noSuchFolder("nowhere")) { try PageSelection(root: "nowhere", paths: []) }
    }

    @Test("A folder without pages is an empty selection")
    func empty() throws {
        #expect(try pages(SmallSite(["notes.txt": ""])) == [])
    }

    // MARK: By path

    @Test("Pages by path are relative to the root, sorted, and none twice")
    func paths() throws {
        let site = try SmallSite(["a.html": "", "sub/b.txt": ""])
        let root = site.root
        let selection = try PageSelection(
            root: root,
            paths: [
                root.appending("sub/b.txt"), root.appending("a.html"), FilePath(root.string + "/sub/../a.html"),
                root.appending("./a.html"),
            ]
        )
        #expect(selection.contents.pages == ["a.html", "sub/b.txt"])
    }

    @Test("Folders on the way to a page may be links")
    func linkedFolders() throws {
        let site = try SmallSite(["sub/a.html": ""])
        try site.link("linked", to: "sub")
        try FileManager.default.createSymbolicLink(
            atPath: site.outside.appending("elsewhere").string,
            withDestinationPath: "site"
        )
        let selection = try PageSelection(
            root: site.outside.appending("elsewhere"),
            paths: [site.root.appending("linked/a.html"), site.outside.appending("elsewhere/sub/a.html")]
        )
        #expect(selection.contents.pages == ["sub/a.html"])
    }

    @Test("A page outside of the root is refused, however the path leads there")
    func outside() throws {
        let site = try SmallSite(["a.html": ""])
        try site.writeOutside("", to: "secret.html")
        try site.link("up", to: "..")
        for path in [
            site.outside.appending("secret.html"), FilePath(site.root.string + "/../secret.html"),
            site.root.appending("up/secret.html"),
        ] {
            #expect(throws: SiteError.pageOutsideOfRoot(path, root: site.root)) {
                try PageSelection(root: site.root, paths: [path])
            }
        }
    }

    @Test("A folder that does not exist holds no page")
    func noSuchPage() throws {
        let site = try SmallSite(["a.html": ""])
        for path in [site.root.appending("nowhere/a.html"), FilePath(""), FilePath("/")] {
            #expect(throws: SiteError.noSuchPage(path)) { try PageSelection(root: site.root, paths: [path]) }
        }
    }

    // MARK: Exclusion

    @Test(
        "Globs match the whole path, and * goes across folders",
        arguments: [
            ("drafts/*", ["a.html", "x/drafts/c.html"]), ("*.html", []), ("*/c.html", ["a.html", "drafts/b.html"]),
            ("a.htm?", ["drafts/b.html", "drafts/sub/c.html", "x/drafts/c.html"]), ("drafts", nil),
            ("[ab].html", ["drafts/b.html", "drafts/sub/c.html", "x/drafts/c.html"]),
            ("", nil), ("[", nil), ("a\\.html", ["drafts/b.html", "drafts/sub/c.html", "x/drafts/c.html"]),
            ("A.html", nil),
        ] as [(String, [String]?)]
    )
    func globs(pattern: String, left: [String]?) throws {
        let all = ["a.html", "drafts/b.html", "drafts/sub/c.html", "x/drafts/c.html"]
        let site = try SmallSite(Dictionary(uniqueKeysWithValues: all.map { ($0, "") }))
        let selection = try PageSelection(root: site.root, extensions: ["html"]).excluding(globs: [pattern])
        #expect(selection.contents.pages.map(\.string) == left ?? all)
    }

    @Test("Each error is one line that names the thing")
    func errors() {
        for error in [
            SiteError.noSuchFolder("a\nb"), .unreadableFolder("a\nb", .permissionDenied),
            .noPages("a\nb", extensions: ["html"]),
            .noSuchPage("a\nb"), .pageOutsideOfRoot("a\nb", root: "c\nd"),
        ] {
            #expect(!error.description.contains("\n"))
            #expect(error.description.hasPrefix("\"a\\nb\": "))
        }
    }
}
