// SPDX-License-Identifier: Apache-2.0

import SystemPackage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A folder with a site in `site` and something secret beside it, which is removed when the tests are done.
struct TemporarySite: Sendable {
    /// The one that all tests share, since they only read.
    static let shared = Result { try TemporarySite() }

    let folder: FilePath

    var root: FilePath { folder.appending("site") }

    init() throws {
        folder = FilePath(FileManager.default.temporaryDirectory.path).appending("references-\(UUID().uuidString)")
        for file in [
            "outside/secret.png", "outside/index.html", "site-b/secret.png", "site/index.html", "site/a.png",
            "site/img/a.png", "site/img/b c.png", "site/img/ü.png", "site/img/100%.png", "site/img/%41.png",
            "site/img/c.png?v=1", "site/img/a.png?v=2", "site/img/back\\slash.png", "site/docs/img/a.png",
            "site/blog/index.html", "site/blog/post.html", "site/blog/a.png", "site/about.html", "site/team/index.html",
            "site/old.htm", "site/v1.2.html", "site/notes.txt", "site/Loud.HTML", "site/odd?name#.html",
        ] {
            try write(file)
        }
        try makeFolder("site/img/folder.png")
        try link("site/inside.png", to: "img/a.png")
        try link("site/out.png", to: "../outside/secret.png")
        try link("site/out", to: "../outside")
        try link("site/sibling.png", to: "../site-b/secret.png")
        try link("site/absolute.png", to: folder.appending("outside/secret.png").string)
        try link("site/back.png", to: "../outside/../site/a.png")
        try link("site/loop.png", to: "loop.png")
        try link("site/dangling.png", to: "nowhere.png")
        try link("linked-site", to: "site")
        _ = unsafe mkfifo(root.appending("pipe.png").string, 0o600)
        atexit {
            guard let site = try? TemporarySite.shared.get() else { return }
            try? FileManager.default.removeItem(atPath: site.folder.string)
        }
    }

    // Strings, since appending to a `FilePath` is slow enough to be felt in hundreds of test cases.
    private func write(_ path: String) throws {
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        try makeFolder(parent)
        try Data(path.utf8).write(to: URL(filePath: folder.string + "/" + path))
    }

    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder.string + "/" + path, withIntermediateDirectories: true)
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.string + "/" + path, withDestinationPath: target)
    }
}
