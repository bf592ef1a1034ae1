// SPDX-License-Identifier: Apache-2.0

import Foundation
import PageTestSupport
import Testing

@Suite("What diff shows and fix writes")
struct RewritingTests {
    enum Site: CaseIterable {
        case fixtures, awkward
    }

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    /// Makes the original and the copy that fix writes; returns the pages as they are then.
    private func makeFixed(_ site: Site) async throws -> [String: [UInt8]] {
        switch site {
        case .fixtures: try folder.copyFixture(to: "original")
        case .awkward: try folder.writeAwkwardSite(to: "original")
        }
        try folder.copy("original", to: "fixed")
        let run = try await Program.alttext.run(["fix", "fixed", "--offline"], in: folder)
        #expect(run.status == (site == .fixtures ? 1 : 0), "\(run.errors)")
        #expect(run.output.isEmpty)
        return try folder.contents(of: "fixed")
    }

    /// The diff of `path`, made in `place`.
    private func diff(_ path: String, in place: String) async throws -> ProgramRun {
        try await Program.alttext.run(["diff", path, "--offline", "-q"], in: folder, folder: place)
    }

    @Test("differ from the original by inserted attributes only", arguments: Site.allCases)
    func onlyInsertions(site: Site) async throws {
        let fixed = try await makeFixed(site)
        let original = try folder.contents(of: "original")
        #expect(Set(fixed.keys) == Set(original.keys))
        var changed = 0
        for (name, bytes) in original {
            let rewritten = try #require(fixed[name])
            guard bytes != rewritten else { continue }
            changed += 1
            let offsets = try #require(InsertedAttributes.offsets(in: bytes, of: rewritten), "\(name)")
            for offset in offsets {
                let tag = String(decoding: bytes[..<offset].suffix(6), as: UTF8.self).lowercased()
                #expect(tag.hasSuffix("<img") || tag.hasSuffix("<image"), "\(name) at \(offset): \(tag)")
            }
        }
        #expect(changed > 10)
    }

    @Test("are the same, applied with patch", arguments: Site.allCases)
    func patch(site: Site) async throws {
        let fixed = try await makeFixed(site)
        try folder.copy("original", to: "patched/site")
        let diff = try await diff("site", in: "patched")
        #expect(diff.errors.isEmpty)
        try folder.write(diff.output, to: "alt.patch")
        let run = try await Program.patch.run(
            ["-p1", "--no-backup-if-mismatch", "--binary", "-i", folder.location(of: "alt.patch").path],
            in: folder,
            folder: "patched"
        )
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        #expect(!run.text.contains("offset") && !run.text.contains("fuzz"))
        expectSame(try folder.contents(of: "patched/site"), fixed)
    }

    @Test(
        "are the same, applied with git where the command was run",
        arguments: [(Site.fixtures, "www"), (.awkward, "www"), (.awkward, "")]
    )
    func gitApply(site: Site, place: String) async throws {
        let fixed = try await makeFixed(site)
        let working = place.isEmpty ? "repository" : "repository/\(place)"
        try folder.copy("original", to: "\(working)/public/site")
        _ = try await Program.git.run(["init", "-q"], in: folder, folder: "repository")
        let diff = try await diff("public/site", in: working)
        try folder.write(diff.output, to: "alt.patch")
        let run = try await Program.git.run(
            ["apply", "--whitespace=nowarn", folder.location(of: "alt.patch").path],
            in: folder,
            folder: working
        )
        #expect(run.status == 0, "\(run.errors)")
        expectSame(try folder.contents(of: "\(working)/public/site"), fixed)
    }

    @Test(
        "are the same, applied in the root, where that is the working directory or lies outside of it",
        arguments: [true, false]
    )
    func rootElsewhere(isInside: Bool) async throws {
        let fixed = try await makeFixed(.awkward)
        try folder.makeFolder("elsewhere")
        let diff =
            isInside
            ? try await diff(".", in: "original")
            : try await diff("../original", in: "elsewhere")
        #expect(diff.text.contains("\n--- a/minified.html\n"))
        try folder.write(diff.output, to: "alt.patch")
        let run = try await Program.patch.run(
            ["-p1", "--no-backup-if-mismatch", "--binary", "-i", folder.location(of: "alt.patch").path],
            in: folder,
            folder: "original"
        )
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        expectSame(try folder.contents(of: "original"), fixed)
    }

    private func expectSame(_ found: [String: [UInt8]], _ expected: [String: [UInt8]]) {
        #expect(Set(found.keys) == Set(expected.keys))
        for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
    }

    @Test("change nothing the second time, and no page of which nothing was found the first time")
    func secondRun() async throws {
        try folder.copyFixture()
        let names = try folder.contents(of: "site").keys.map { "site/\($0)" }
        let before = try names.map { try folder.read($0) }
        let untouched = try names.map { try folder.identity(of: $0) }
        _ = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        let fixed = try names.map { try folder.identity(of: $0) }
        var changed = 0
        for (index, name) in names.enumerated() {
            let isChanged = try folder.read(name) != before[index]
            changed += isChanged ? 1 : 0
            #expect((fixed[index] == untouched[index]) == !isChanged, "\(name)")
            #expect(fixed[index].mode == untouched[index].mode, "\(name)")
        }
        #expect(changed > 10)
        let again = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        #expect(again.errors.contains("inserted: 0"))
        #expect(try names.map { try folder.identity(of: $0) } == fixed)
        #expect(try await diff("site", in: "").output.isEmpty)
    }

    @Test("touch no page, and make no catalog, where it is a diff or an audit")
    func readOnlyCommands() async throws {
        try folder.writeAwkwardSite()
        let names = try folder.contents().keys.sorted()
        let before = try names.map { try folder.identity(of: $0) }
        for arguments in [["diff", "--offline"], ["diff"], ["audit"], ["caption", "--estimate"]] {
            _ = try await Program.alttext.run(arguments + ["site"], in: folder)
        }
        #expect(try folder.contents().keys.sorted() == names)
        #expect(try names.map { try folder.identity(of: $0) } == before)
    }

    @Test("keep the mode of a page", arguments: [0o600, 0o644, 0o664, 0o755])
    func mode(mode: Int) async throws {
        try folder.write(
            #"<html lang=en><img src="https://count.example.com/p.gif" width="1" height="1">"#,
            to: "site/a.html"
        )
        try folder.setMode(mode, of: "site/a.html")
        _ = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        #expect(try folder.text("site/a.html").contains(#"<img alt="" "#))
        #expect(try folder.identity(of: "site/a.html").mode == mode)
    }

    @Test("leave a page alone that several names lead to, but for one edit, and keep the links")
    func linkedPage() async throws {
        try folder.writeAwkwardSite()
        try folder.makeFolder("site/zz")
        try folder.link("site/also.html", to: "crlf.html")
        try folder.link("site/zz/also.html", to: "../crlf.html")
        let before = try folder.read("site/crlf.html")
        let diff = try await diff("site", in: "")
        #expect(diff.text.components(separatedBy: "+++ b/site/crlf.html\n").count == 2)
        #expect(!diff.text.contains("also.html"))
        let run = try await Program.alttext.run(["fix", "site", "--offline"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.errors.contains("changed on disk"))
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.location(of: "site/also.html").path)
        #expect(link == "crlf.html")
        #expect(InsertedAttributes.offsets(in: before, of: try folder.read("site/crlf.html"))?.count == 1)
    }

    @Test("reach a page through a link when that is the only name given")
    func onlyLink() async throws {
        try folder.writeAwkwardSite()
        try folder.link("site/also.html", to: "crlf.html")
        let diff = try await Program.alttext.run(["diff", "--root", "site", "site/also.html", "--offline"], in: folder)
        #expect(diff.text.hasPrefix("--- a/site/crlf.html\n"))
        let run = try await Program.alttext.run(["fix", "--root", "site", "site/also.html", "--offline"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.text("site/crlf.html").contains(#"<img alt="" "#))
        #expect(!(try folder.text("site/mixed.html").contains(#"<img alt="" "#)))
    }
}
