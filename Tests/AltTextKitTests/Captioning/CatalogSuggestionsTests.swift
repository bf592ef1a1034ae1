// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("What the site itself suggests")
struct CatalogSuggestionsTests {
    private func suggestions(
        _ pages: [String: String], catalog: [CaptionRecord] = [], policy: AltPlanner.Policy = AltPlanner.Policy()
    ) async throws -> [String] {
        let site = try SmallSite(
            pages,
            images: [
                "a.png": SmallSite.picture("a"), "b.png": SmallSite.picture("b"), "c.png": SmallSite.picture("c"),
                "k.jpg": SmallSite.picture(alts: ["": "A red kite"]),
            ]
        )
        let plan = try await site.plan(policy, catalog: catalog)
        return CatalogSuggestions.records(of: plan, notIn: catalog, today: "2026-01-31").map { record in
            #expect(record.status == .suggested)
            #expect(record.captions.isEmpty)
            #expect(record.date == "2026-01-31")
            return
                "\(record.src ?? "") \(record.key.role) \(record.key.language) \(record.source ?? ""): \(record.text ?? "-")"
        }
    }

    @Test(
        "Titles, texts in files, reused alts and the empty alt beside text are suggested, in the order of their places"
    )
    func records() async throws {
        #expect(
            try await suggestions([
                "1.html": """
                <html lang=de><img src=c.png><a href=2.html><img src=b.png></a><a href=2.html><img src=a.png> Zwei</a>
                <img src=k.jpg><img src=x.gif width=1 height=1>
                """,
                "2.html": "<html lang=de><title>Zwei</title><img src=c.png alt='Ein Hund'>",
            ]) == [
                "c.png content de reuse: Ein Hund", "b.png functional-alone de link-target: Zwei",
                "a.png functional-with-text de link-target: ", "k.jpg content de embedded: A red kite",
            ]
        )
    }

    @Test("Where one image is to say different things no record can say it")
    func ambiguous() async throws {
        #expect(
            try await suggestions([
                "1.html":
                    "<a href=2.html><img src=a.png></a><a href=3.html><img src=a.png></a><a href=2.html><img src=b.png></a>",
                "2.html": "<title>Two</title><a href=3.html><img src=a.png></a><a href=2.html><img src=b.png></a>",
                "3.html": "<title>Three</title>",
            ]) == ["b.png functional-alone en link-target: Two"]
        )
    }

    @Test("What the catalog knows is not suggested again, whatever it says")
    func known() async throws {
        let pages = ["1.html": "<a href=2.html><img src=a.png></a>", "2.html": "<title>Two</title>"]
        for status in CaptionStatus.allCases {
            let record = CaptionRecord(
                key: CaptionRecord.Key(
                    image: "sha256:" + Digest.hexadecimal(of: SmallSite.picture("a")),
                    role: "functional-alone",
                    language: "en"
                ),
                status: status,
                text: "Next",
                source: "link-target"
            )
            #expect(try await suggestions(pages, catalog: [record]) == [])
        }
    }

    @Test("A text in another language than its page's is not suggested, since it would lose its lang")
    func foreign() async throws {
        let pages = [
            "1.html": "<html lang=en><a href=2.html><img src=a.png></a>", "2.html": "<html lang=de><title>Zwei</title>",
        ]
        #expect(try await suggestions(pages, policy: AltPlanner.Policy(languageMismatch: .tag)) == [])
    }

    @Test("A text that is not fit is recorded with the reason")
    func unfit() async throws {
        let site = try SmallSite(
            ["1.html": "<a href=2.html><img src=a.png></a><img src=k.jpg>", "2.html": "<title>Untitled</title>"],
            images: ["a.png": SmallSite.picture(), "k.jpg": SmallSite.picture(alts: ["": "k.jpg"])]
        )
        let records = CatalogSuggestions.records(of: try await site.plan(), notIn: [], today: "2026-01-31")
        #expect(records.map(\.status) == [.suggested, .suggested])
        #expect(records.map(\.text) == ["Untitled", "k.jpg"])
        #expect(records.map(\.problem) == ["is a placeholder", "is the image's file name"])
    }

    @Test("What a person should look at stands in the record")
    func advice() async throws {
        let site = try SmallSite(
            ["1.html": "<img src=k.jpg>"], images: ["k.jpg": SmallSite.picture(alts: ["": "Acme logo"])])
        let records = CatalogSuggestions.records(of: try await site.plan(), notIn: [], today: "2026-01-31")
        #expect(records.map(\.text) == ["Acme logo"])
        #expect(records.first?.problem == nil)
        #expect(records.first?.advice?.contains("logo") == true)
    }

    @Test("What has no key cannot be recorded")
    func missing() async throws {
        #expect(
            try await suggestions(["1.html": "<a href=2.html><img src=gone.png></a>", "2.html": "<title>Two</title>"])
                == []
        )
    }
}
