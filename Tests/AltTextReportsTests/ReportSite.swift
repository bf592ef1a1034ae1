// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextReports
import Foundation
import SystemPackage

/// A small site in a temporary folder, which goes when the test is done with it.
final class ReportSite: Sendable {
    /// The root.
    let folder: FilePath

    init(_ pages: [String: String], images: [String: [UInt8]] = [:]) throws {
        folder = FilePath(FileManager.default.temporaryDirectory.path).appending("alttext-reports-\(UUID().uuidString)")
        for (path, text) in pages { try write(Array(text.utf8), to: path) }
        for (path, bytes) in images { try write(bytes, to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder.string)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try write(bytes, to: FilePath(path))
    }

    func write(_ bytes: [UInt8], to path: FilePath) throws {
        let location = folder.pushing(path)
        try FileManager.default.createDirectory(
            atPath: location.removingLastComponent().string,
            withIntermediateDirectories: true
        )
        let file = try FileDescriptor.open(
            location, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        _ = try file.closeAfter { try file.writeAll(bytes) }
    }

    /// Audits the site, or the one that is in a folder of it.
    func audit(of path: FilePath = "") async throws -> SiteAudit {
        let folder = path.isEmpty ? folder : folder.pushing(path)
        let selection = try PageSelection(root: folder, extensions: ["html"])
        let library = ImageLibrary(
            resolver: ReferenceResolver(root: folder, siteURL: nil),
            candidates: ImageCandidates()
        )
        return await SiteAuditor(selection: selection, library: library).audit(width: 2)
    }

    /// Audits the site and tells what was found, while its files are there.
    func report(_ format: ReportFormat, _ settings: ReportSettings = ReportSettings()) async throws -> String {
        let audit = try await audit()
        return withExtendedLifetime(self) { format.report(on: audit, settings: settings) }
    }

    /// A PNG file of 3 by 2 pixels; each comment makes another.
    static func picture(_ comment: UInt8) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0, 0, 0, 0, 0, comment]
    }

    /// A drawing of the fixture site.
    static func drawing() throws -> [UInt8] {
        let file = Repository.folder.appending("fixtures").appending("site").appending("img").appending("bee.png")
        return try RegularFile(contentsOf: file).bytes
    }

    /// A site with something of every level, and of most classes.
    static func ofManyClasses() throws -> ReportSite {
        try ReportSite(
            [
                "index.html": """
                <!doctype html>
                <html lang="en"><title>Start</title>
                <a href="about.html"><img src="img/logo.png"></a>
                <p>Rex: <img src="img/dog.png"> and <img src="img/copy.png"></p>
                <a href="about.html"><img src="img/dog.png"> About us</a>
                <figure><img src="img/dog.png"><figcaption>Rex, “the king”</figcaption></figure>
                <noscript><img src="img/dog.png"></noscript>
                <img src="count.gif" width="1" height="1"><img alt=" " src="img/dog.png">
                <img src="img/dog.png" alt="photo"><img src="img/dog.png" title="Rex">
                <div hidden><img src="img/dog.png"></div><img src="img/dog.png" role="none">
                <template><img src="img/dog.png"></template>
                <input type="image" src="img/logo.png"><map><area href="about.html"></map>
                <img src="img/gone.png"><img><img src="img/drawing.svg"><img src="https://cdn.example.com/a.jpg">
                """,
                "about.html":
                    "<html lang=en><title>About</title><h1>Über uns</h1><img src=/img/dog.png><img src=/img/dog.png>",
                "de/index.html": "<html lang=de><img src=../img/dog.png><img src='../img/logo.png' alt='Das Haus'>",
                "broken.html": "<meta charset=hz-gb-2312><img src=a.png>",
            ],
            images: [
                "img/dog.png": picture(1), "img/copy.png": picture(1), "img/logo.png": picture(2),
                "img/drawing.svg": Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
            ]
        )
    }
}
