// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct EmbeddedTextSourceTests {
    private static func decisions(_ html: String, _ images: [String: [UInt8]]) async throws -> [String] {
        try await SmallSite(["a.html": html], images: images).decisions()
    }

    @Test(
        "Every file in which an author left a text answers with it, before anybody is asked for a caption",
        arguments: ImageFixtures.names.filter {
            ["kite", "magick", "compressed", "utf16"].contains(where: $0.hasPrefix)
        }
    )
    func files(name: String) async throws {
        let images = [name: try ImageFixtures.bytes(name)]
        let html = "<html lang=de><img src=\(name)><p lang=en><img src=\(name)>"
        #expect(
            try await Self.decisions(html, images) == [
                "embedded: Ein roter Drachen über einem Feld.", "embedded: A red kite over a field.",
            ]
        )
    }

    @Test("A default text has the language of the translation that it repeats, and none if it repeats none")
    func defaultText() async throws {
        let repeated = SmallSite.picture(alts: ["x-default": "Kite", "en-US": "Kite", "de": "Drachen"])
        let other = SmallSite.picture(alts: ["x-default": "Pipa", "en-US": "Kite", "de": "Drachen"])
        let html = "<html lang=pt><img src=a.jpg><img src=b.jpg>"
        #expect(try await Self.decisions(html, ["a.jpg": repeated, "b.jpg": other]) == ["left", "embedded: Pipa"])
    }

    @Test(
        "What a camera or a program left in the place of a text is passed over, so that a caption can be asked for",
        arguments: ["OLYMPUS DIGITAL CAMERA", "IMG_0042", "Screenshot", "Adobe Photoshop CS6 (Windows)"]
    )
    func software(text: String) async throws {
        let images = ["a.jpg": SmallSite.picture(alts: ["": text])]
        #expect(try await Self.decisions("<html lang=en><img src=a.jpg>", images) == ["needs a caption"])
    }

    @Test(
        "An author's text is cleaned and judged like any other",
        arguments: [
            ("Image of a kite", "embedded: A kite"), ("A kite\u{A}over a field", "embedded: A kite over a field"),
            ("kite_1.jpg", "needs a caption"), ("todo", "needs a caption"),
        ]
    )
    func hygiene(text: String, words: String) async throws {
        let images = ["kite_1.jpg": SmallSite.picture(alts: ["": text])]
        #expect(try await Self.decisions("<html lang=en><img src=kite_1.jpg>", images) == [words])
    }

    @Test(
        "An image that the service does not take is left with the reason where its text is not fit, and never asked about",
        arguments: [
            ("<img src=a.svg>", "is a placeholder", false),
            ("<figure><img src=a.svg><figcaption>Todo</figcaption></figure>", "is a placeholder", false),
            ("<html lang=de><img src=a.svg>", "is a placeholder", false),
            // What the site's rules take for content is described, whatever is around it.
            ("<a href=x>Red kite <img src=b.svg></a>", "repeats the link's text", true),
            ("<figure><img src=b.svg><figcaption>Red kite</figcaption></figure>", "repeats the caption", false),
        ])
    func unsupportedFormat(html: String, problem: String, isContent: Bool) async throws {
        let drawing = { (title: String) in
            Array("<svg xmlns='http://www.w3.org/2000/svg'><title>\(title)</title></svg>".utf8)
        }
        let site = try SmallSite(["a.html": html], images: ["a.svg": drawing("Todo"), "b.svg": drawing("Red kite")])
        let lengths = try #require(CaptionLengths(list: "normal,long"))
        let policy = AltPlanner.Policy(lengths: lengths, languageMismatch: .allow)
        let rules = isContent ? [ImageRule(treatment: .content)] : []
        let step = try #require(try await site.plan(policy, rules: rules).steps.first)
        #expect(step.use.findingClass == .unsupportedFormat || isContent)
        #expect(step.use.reason.hasSuffix("\(problem).") || isContent)
        #expect(step.decision.reasonToLeave?.hasSuffix("\(problem).") == true)
        #expect(step.missingCaptions == [])
    }

    @Test("Where a text in the page's language is not fit, no caption in another is asked for in its place")
    func unfitForeignText() async throws {
        let site = try SmallSite(
            ["a.html": "<html lang=de><img src=a.jpg>"],
            images: ["a.jpg": SmallSite.picture(alts: ["de": "Platzhalter"])])
        #expect(try await site.audit().uses.map(\.findingClass) == [.languageMismatch])
        #expect(try await site.decisions() == ["left"])
    }

    @Test("The longer description is for the reviewer, and is never written")
    func extendedDescription() async throws {
        let packet = ImageFixtures.packet(
            "<i:ExtDescrAccessibility>A kite, its tail and a field</i:ExtDescrAccessibility>")
        let site = try SmallSite(
            ["a.html": "<html lang=en><img src=a.jpg>"], images: ["a.jpg": ImageFixtures.jpeg(packet: packet)])
        #expect(try await site.decisions() == ["needs a caption"])
        #expect(try await site.audit().uses.map(\.extendedDescription) == ["A kite, its tail and a field"])
    }
}
