// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("Auditing a site")
struct SiteAuditorTests {
    @Test("Pages come in the order of their paths, places in the order of the page")
    func order() async throws {
        let site = try SmallSite([
            "b.html": "<img src=1.png>\n  <img src=2.png>", "a/z.html": "ü<img src=3.png>",
            "a-b.html": "<img src=4.png>",
        ])
        let audit = try await site.audit()
        #expect(
            audit.uses.map { "\($0.page):\($0.line):\($0.column):\($0.offset) \($0.src ?? "")" } == [
                "a-b.html:1:1:0 4.png", "a/z.html:1:2:2 3.png", "b.html:1:1:0 1.png", "b.html:2:3:18 2.png",
            ]
        )
    }

    @Test("A page that cannot be read or scanned is a problem, and stops none of the others")
    func brokenPages() async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>", "z.html": "<img src=a.png>"])
        try site.write(Array("<meta charset=hz-gb-2312><img src=a.png>".utf8), to: "m.html")
        try site.link("n.html", to: "../secret.html")
        try site.writeOutside("<img src=a.png>", to: "secret.html")
        let audit = try await site.audit()
        #expect(audit.pages.map(\.page) == ["a.html", "z.html"])
        #expect(audit.problems.map(\.page) == ["m.html", "n.html"])
        #expect(audit.problems[0].description.hasPrefix("m.html: declares an encoding that browsers refuse"))
        #expect(audit.problems[1].description.hasPrefix("n.html: a link to somewhere outside"))
        #expect(audit.problems.allSatisfy { !$0.description.contains("\n") })
    }

    @Test("A page that is gone when it is its turn is a problem that names it")
    func vanishedPage() async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>"])
        let selection = try PageSelection(
            root: site.root,
            paths: [site.root.appending("a.html"), site.root.appending("b.html")]
        )
        let audit = await SiteAuditor(selection: selection, library: site.library).audit(width: 1)
        #expect(audit.pages.map(\.page) == ["a.html"])
        #expect(audit.problems.map(\.page) == ["b.html"])
    }

    @Test("data-alttext-ignore on an image or around it leaves it out")
    func ignored() async throws {
        let site = try SmallSite([
            "a.html": """
            <img src=1.png data-alttext-ignore><div data-alttext-ignore><p><img src=2.png><map><area href=x></map></div>
            <img src=3.png>
            """
        ])
        let audit = try await site.audit()
        #expect(audit.uses.map(\.src) == ["3.png"])
    }

    @Test("Exclusions go by the source and by the path of the image")
    func exclusions() async throws {
        let site = try SmallSite([
            "blog/a.html": "<img src=../ads/1.png><img src=/img/2.png><img src='https://ads.example/3.png'><img>"
        ])
        for (patterns, left) in [
            (["^ads/"], ["/img/2.png", "https://ads.example/3.png", nil]),
            (["ads", "[12]\\.png$"], [nil]),
            (["^/img/"], ["../ads/1.png", "https://ads.example/3.png", nil]),
            ([], ["../ads/1.png", "/img/2.png", "https://ads.example/3.png", nil]),
        ] as [([String], [String?])] {
            let audit = try await site.audit(exclusions: try ImageExclusions(matching: patterns))
            #expect(audit.uses.map(\.src) == left, "\(patterns)")
        }
    }

    @Test("A pattern that is no regular expression is refused by name")
    func invalidExclusion() {
        #expect(throws: ImageExclusions.InvalidPattern.self) { try ImageExclusions(matching: ["a", "("]) }
    }

    @Test("Images of templates count and are classified only where the user wants it")
    func templates() async throws {
        let site = try SmallSite(
            ["a.html": "<template><img src=a.png></template>"],
            images: ["a.png": SmallSite.picture()]
        )
        let without = try await site.audit()
        #expect(without.uses.map(\.findingClass) == [.inert])
        let with = try await site.audit(includesTemplates: true)
        #expect(with.uses.map(\.findingClass) == [.content])
    }

    @Test(
        "An image in a noscript is the twin of one like it on the page",
        arguments: [
            ("<img src=a.png><noscript><img src=a.png></noscript>", [FindingClass.content, .twin]),
            ("<p><noscript><img src=a.png></noscript><img src=blank.gif data-src=a.png>", [.twin, .content]),
            ("<img src=a.png><noscript><img src=copy.png></noscript>", [.content, .twin]),
            ("<p><noscript><img src=a.png></noscript>", [.content]),
            ("<img src=b.png><noscript><img src=a.png></noscript>", [.content, .content]),
            ("<img src=a.png alt='A dog'><noscript><img src=a.png></noscript>", [.content]),
            ("<p><noscript><img src=a.png><img src=a.png></noscript>", [.content, .content]),
            ("<img src=gone.png><noscript><img src=gone.png></noscript>", [.unresolvable, .twin]),
            // The other one never gets a text, so this one has to have its own.
            ("<img src=a.png hidden><noscript><img src=a.png></noscript>", [.hidden, .content]),
            ("<img src=a.png title=Dog><noscript><img src=a.png></noscript>", [.namedOtherwise, .content]),
        ]
    )
    func twins(html: String, classes: [FindingClass]) async throws {
        let site = try SmallSite(
            ["a.html": html],
            images: [
                "a.png": SmallSite.picture(), "copy.png": SmallSite.picture(), "b.png": SmallSite.picture("b"),
            ]
        )
        #expect(try await site.audit().uses.map(\.findingClass) == classes)
    }

    @Test(
        "The same alt on images side by side is flagged, from the second on (T11)",
        arguments: [
            ("<img src=a.png alt=Star><img src=a.png alt=Star>\n <img src=b.png alt=Star>", 2),
            ("<img src=a.png alt=Star><img src=b.png alt=Moon><img src=a.png alt=Star>", 0),
            ("<img src=a.png alt=Star> and <img src=a.png alt=Star>", 0),
            ("<a href=x><img src=a.png alt=Star></a><a href=y><img src=a.png alt=Star></a>", 0),
            ("<img src=a.png alt=Star><noscript><img src=a.png alt=Star></noscript>", 0),
            ("<img src=a.png alt=''><img src=a.png alt=''>", 0),
            ("<img src=a.png alt=Star hidden><img src=a.png alt=Star>", 0),
            ("<template><img src=a.png alt=Star><img src=a.png alt=Star></template>", 0),
            ("<img src=a.png><img src=b.png>", 0),
        ]
    )
    func repetition(html: String, count: Int) async throws {
        let site = try SmallSite(
            ["a.html": html],
            images: ["a.png": SmallSite.picture(), "b.png": SmallSite.picture("b")]
        )
        #expect(try await site.audit().uses.count { $0.findingClass == .suspiciousAlt } == count)
    }

    @Test("What is missing is called by its path in the site, wherever it is missed from")
    func missingImages() async throws {
        let site = try SmallSite(["blog/a.html": "<img src=../img/x.png>", "b.html": "<img src='img/x.png?v=1'>"])
        let audit = try await site.audit()
        #expect(audit.uses.map { $0.image?.name } == ["img/x.png", "img/x.png"])
        #expect(audit.findings.count == 1)
    }

    @Test("What keeps an image from being used is told by class and reason")
    func unusable() async throws {
        let site = try SmallSite(
            [
                "a.html":
                    "<img src=gone.png><img src=liar.png><img src=a.gif><img src='file:///etc/x.png'><img><img src=out.png>"
            ],
            images: ["liar.png": Array("<html>".utf8), "a.gif": try ImageFixtures.bytes("kite.gif").prefixWithoutText]
        )
        try site.writeOutside("x", to: "out.png")
        try site.link("out.png", to: "../out.png")
        let uses = try await site.audit().uses
        #expect(
            uses.map(\.findingClass) == [
                .unresolvable, .unresolvable, .unsupportedFormat, .unresolvable, .unresolvable, .unresolvable,
            ]
        )
        #expect(
            uses.map(\.image?.problem) == [
                .unresolvable(.noSuchFile("gone.png")), .notAnImage, .unsupportedFormat("GIF"),
                .unresolvable(.unsupportedScheme("file")), nil, .unresolvable(.outsideOfRoot("out.png")),
            ]
        )
    }

    @Test("A page larger than any that can be scanned is refused by name, and not read")
    func tooLargePage() async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>", "b.html": "<img src=a.png>"])
        let file = try FileDescriptor.open(site.root.appending("a.html"), .readWrite)
        let byteCount = 1 << 40
        try file.closeAfter { try file.resize(to: Int64(byteCount)) }
        let audit = try await site.audit()
        #expect(audit.problems.map(\.description) == ["a.html: \(ScanError.tooLarge(byteCount: byteCount))"])
        #expect(audit.uses.count == 1)
    }

    @Test("A file larger than any image is not looked at")
    func tooLarge() async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>"], images: ["a.png": SmallSite.picture()])
        let file = try FileDescriptor.open(site.root.appending("a.png"), .readWrite)
        try file.closeAfter { try file.resize(to: Int64(ImageLibrary.largestFile) + 1) }
        #expect(
            try await site.audit().uses.map(\.image?.problem) == [.tooLarge(byteCount: ImageLibrary.largestFile + 1)]
        )
    }
}

extension SmallSite {
    /// Puts a file beside the root.
    func writeOutside(_ text: String, to name: String) throws {
        let file = try FileDescriptor.open(
            outside.appending(name),
            .writeOnly,
            options: [.create],
            permissions: [.ownerReadWrite]
        )
        _ = try file.closeAfter { try file.writeAll(text.utf8) }
    }
}

extension [UInt8] {
    /// The beginning of an image file, up to where metadata may follow.
    var prefixWithoutText: [UInt8] { Array(prefix(32)) }
}
