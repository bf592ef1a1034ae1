// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Alt sources")
struct AltSourceTests {
    typealias Policy = AltPlanner.Policy

    // MARK: Links

    @Test(
        "An image that is all a link holds is named after what the link leads to",
        arguments: [
            ("about.html", "link-target: About us"), ("/about.html#team", "link-target: About us"),
            ("about", "link-target: About us"),
            ("blog/", "link-target: The blog"), ("./", "link-target: Start"),
            ("heading.html", "link-target: Only a heading"),
            ("index.html", "link-target: Start"),
            ("https://www.example.com/a/b?c", "link-target: example.com"),
            ("http://example.com:8080/", "link-target: example.com"),
            ("//social.example/us", "link-target: social.example"),
            ("gone.html", "left"), ("untitled.html", "left"),
            ("javascript:void(0)", "left"), ("notes.txt", "left"), ("placeholder.html", "left"), ("../up.html", "left"),
            // A title that says nothing gives way to the heading.
            ("document.html", "link-target: Minutes of May"),
            // A page that sends its readers on is called what they get to see.
            ("moved.html", "link-target: About us"), ("away.html", "link-target: example.org"), ("loop.html", "left"),
            // Whom it writes to or calls.
            ("mailto:a@example.com", "link-target: a@example.com"),
            ("MAILTO:a%40b.example?subject=x", "link-target: a@b.example"),
            ("mailto:a@b.example,%20c@d.example", "link-target: a@b.example, c@d.example"),
            ("mailto:?subject=x", "left"),
            ("tel:+49-30-1234", "link-target: +49-30-1234"), ("tel:1234;ext=5", "link-target: 1234"), ("tel:", "left"),
            // Files for download, here and elsewhere.
            ("files/annual-report_2024.pdf", "link-target: Annual report 2024 (PDF)"), ("files/gone.pdf", "left"),
            ("https://example.com/a/kit.tar.gz?v=2", "link-target: Kit (TAR.GZ)"),
            ("feed.xml", "link-target: Feed (XML)"),
            ("https://example.com/8f3a9c01d2.pdf", "link-target: PDF"),
            ("https://example.com/IMG_2041.pdf", "link-target: PDF"),
            ("https://xn--mnchen-3ya.example/", "link-target: münchen.example"),
            // The page itself is no name for one of its parts.
            ("#top", "left"), ("#", "left"), ("", "left"),
        ]
    )
    func linkTargets(href: String, words: String) async throws {
        let site = try SmallSite([
            "index.html": "<title>Start</title><a href='\(href)'><img src=a.png></a>",
            "about.html": "<title> About\n us </title><h1>We</h1>", "blog/index.html": "<title>The blog</title>",
            "heading.html": "<title> </title><h1>Only <em>a</em> heading</h1><h1>Another</h1>",
            "untitled.html": "<p>Text",
            "document.html": "<title>Untitled</title><h1>Minutes of May</h1>",
            "moved.html": "<title>Redirecting…</title><meta http-equiv=refresh content='0; url=about'>",
            "away.html": "<title>Moved</title><meta http-equiv=refresh content='0;url=https://www.example.org/x'>",
            "loop.html": "<title>Loop</title><meta http-equiv=refresh content='0;url=loop.html'>",
            "files/annual-report_2024.pdf": "%PDF", "feed.xml": "<rss/>",
            "notes.txt": "<title>Notes</title>", "placeholder.html": "<title>Untitled</title>",
        ])
        #expect(try await site.decisions() == [words])
    }

    @Test(
        "A title that says nothing gives way to the heading of the page",
        arguments: [
            "Untitled Document", "Document", "New Page 1", "index", "React App", "Loading…", "my-page.html",
            "about.PHP",
            "404 Not Found", "Redirecting to https://example.com/new", "Redirecting…",
        ])
    func emptyTitles(title: String) async throws {
        let link = "<a href=b.html><img src=a.png></a>"
        let site = try SmallSite(["a.html": link, "b.html": "<title>\(title)</title><h1>Opening hours</h1>"])
        #expect(try await site.decisions() == ["link-target: Opening hours"])
        #expect(try await SmallSite(["a.html": link, "b.html": "<title>\(title)</title>"]).decisions() == ["left"])
    }

    @Test(
        "A title in another language that says nothing gives way, too",
        arguments: [
            ("de", "Neue Seite 2"), ("de", "Page not found"), ("fr", "Document sans titre"), ("es", "Cargando…"),
        ])
    func emptyTitles(language: String, title: String) async throws {
        let site = try SmallSite([
            "a.html": "<html lang=\(language)><a href=b.html><img src=a.png></a>",
            "b.html": "<html lang=\(language)><title>\(title)</title><h1>Museum</h1>",
        ])
        #expect(try await site.decisions() == ["link-target: Museum"])
    }

    @Test("A title that several pages have is the name of none; one of a page and its redirection is")
    func sharedTitles() async throws {
        let site = try SmallSite([
            "index.html":
                "<title>Acme</title><h1>Acme</h1>"
                + ["about", "shop", "old", "index"].map { "<a href=\($0).html><img src=a.png></a>" }.joined(),
            "about.html": "<title>Acme</title><h1>About us</h1>", "shop.html": "<title>Shop</title><h1>Buy</h1>",
            "old.html": "<title>Shop</title><meta http-equiv=refresh content='0;url=shop.html'>",
        ])
        #expect(
            try await site.decisions() == [
                "link-target: About us", "link-target: Shop", "link-target: Shop", "left",
            ])
    }

    @Test(
        "A name that the link or button itself has comes first",
        arguments: [
            ("<a href=b.html aria-label='Our home'><img src=a.png></a>", "link-target: Our home"),
            ("<a href=b.html title='Our home'><img src=a.png></a>", "link-target: Our home"),
            ("<a href=b.html aria-label=' ' title='Our home'><img src=a.png></a>", "link-target: Our home"),
            ("<button aria-label='Search'><img src=a.png></button>", "link-target: Search"),
            ("<button><img src=a.png></button>", "left"),
            ("<div role=link><img src=a.png></div>", "left"),
        ]
    )
    func ownNames(html: String, words: String) async throws {
        let site = try SmallSite(["a.html": html, "b.html": "<title>B</title>"])
        #expect(try await site.decisions() == [words])
    }

    @Test(
        "A link to a part of its own page is called by the heading there",
        arguments: [
            ("<a href=#hours><img src=a.png></a><h2 id=hours>Opening hours<a href=#hours>¶</a></h2>", "Opening hours"),
            ("<a href=#hours><img src=a.png></a><section id=hours><h2>Hours</h2></section>", "Hours"),
        ])
    func parts(html: String, name: String) async throws {
        #expect(try await SmallSite(["a.html": "<title>A</title>" + html]).decisions() == ["link-target: \(name)"])
    }

    @Test(
        "A file that a link offers for saving is called by its name and kind",
        arguments: [
            ("notes.txt", "download", "link-target: Meeting notes (TXT)"), ("notes.txt", "", "left"),
            ("notes.txt", "download='Notes of May.md'", "link-target: Notes of May (MD)"),
            ("b.html", "download", "link-target: Page b (HTML)"),
        ])
    func downloads(href: String, attribute: String, words: String) async throws {
        let file = href == "b.html" ? "page-b.html" : "meeting-notes.txt"
        let site = try SmallSite([
            "a.html": "<a href=\(file) \(attribute)><img src=a.png></a>", file: "<title></title>",
        ])
        #expect(try await site.decisions() == [words])
    }

    @Test(
        "The title of a page in another language is not written, or is tagged",
        arguments: [
            (LanguageMismatch.skip, "left"), (.tag, "link-target: Über uns [de]"), (.allow, "link-target: Über uns"),
        ]
    )
    func foreignTitles(mismatch: LanguageMismatch, words: String) async throws {
        let site = try SmallSite([
            "a.html": "<html lang=en><a href=de.html><img src=a.png></a>",
            "de.html": "<html lang=de-CH><title>Über uns</title>",
        ])
        #expect(try await site.decisions(Policy(languageMismatch: mismatch)) == [words])
    }

    @Test("base href and the address of the site are respected")
    func bases() async throws {
        let site = try SmallSite(
            [
                "a.html":
                    "<base href=/docs/sub/><a href=x.html><img src=a.png></a><a href=https://example.org/docs/sub/x.html><img src=a.png></a>",
                "sub/x.html": "<title>X</title>",
            ],
            siteURL: "https://example.org/docs/"
        )
        #expect(try await site.decisions() == ["link-target: X", "link-target: X"])
    }

    @Test("A name that a person approved for one target is not written into links to another")
    func approvedForOneTarget() async throws {
        let site = try SmallSite(
            [
                "a.html": "<a href=b.html#top><img src=a.png></a><a href=c.html><img src=a.png></a>",
                "b.html": "<title>B</title>", "c.html": "<title>C</title>",
            ],
            images: ["a.png": SmallSite.picture()]
        )
        var record = Self.record("To B", .approved, role: .functionalAlone, captions: [:])
        record.target = "b.html"
        #expect(try await site.decisions(catalog: [record]) == ["person: To B", "link-target: C"])
    }

    @Test("What a person decided about an image in a link comes before the link's target")
    func personBeforeTarget() async throws {
        let site = try SmallSite(
            ["a.html": "<a href=b.html><img src=a.png></a>", "b.html": "<title>B</title>"],
            images: ["a.png": SmallSite.picture()]
        )
        let record = Self.record("Next", .edited, role: .functionalAlone, captions: [:])
        #expect(try await site.decisions(catalog: [record]) == ["person: Next"])
        // A suggestion that came from the site is asked of the site again, which may have changed.
        let suggestion = Self.record(
            "Old title",
            .suggested,
            role: .functionalAlone,
            captions: [:],
            source: "link-target"
        )
        #expect(try await site.decisions(catalog: [suggestion]) == ["link-target: B"])
    }

    // MARK: Embedded text

    @Test(
        "The text in a file that fits the page's language is taken",
        arguments: [
            ("en", "embedded: Kite"), ("en-GB", "embedded: Kite"), ("de", "embedded: Drachen"),
            ("de-AT", "embedded: Drachen"),
            ("pt-BR", "embedded: Pipa"), ("pt-PT", "embedded: Papagaio"), ("zh-Hant", "embedded: 風箏"),
            ("zh-Hans", "embedded: 风筝"),
            ("fr", "left"),
        ]
    )
    func embedded(language: String, words: String) async throws {
        let site = try SmallSite(
            ["a.html": "<html lang=\(language)><img src=k.jpg>"],
            images: [
                "k.jpg": SmallSite.picture(alts: [
                    "en": "Kite", "de": "Drachen", "pt-PT": "Papagaio", "pt-BR": "Pipa", "zh-Hans": "风筝",
                    "zh-Hant": "風箏",
                ])
            ]
        )
        #expect(try await site.decisions() == [words])
    }

    @Test("A text that declares no language fits every page, and one fits a page that declares none")
    func undeclaredEmbedded() async throws {
        let site = try SmallSite(
            ["a.html": "<html lang=fr><img src=a.jpg>", "b.html": "<img src=b.jpg>"],
            images: [
                "a.jpg": SmallSite.picture(alts: ["": "Kite"]), "b.jpg": SmallSite.picture(alts: ["de": "Drachen"]),
            ]
        )
        #expect(try await site.decisions() == ["embedded: Kite", "embedded: Drachen"])
    }

    @Test("A text in a file describes; it says nothing of where a link leads")
    func embeddedInLink() async throws {
        let site = try SmallSite(
            ["a.html": "<a href=gone.html><img src=k.jpg></a>"],
            images: ["k.jpg": SmallSite.picture(alts: ["": "Kite"])]
        )
        #expect(try await site.decisions() == ["left"])
    }

    @Test("The title of a drawing is a text in a file")
    func drawing() async throws {
        let site = try SmallSite(
            ["a.html": "<img src=a.svg><img src=b.svg>"],
            images: [
                "a.svg": Array("<svg xmlns='http://www.w3.org/2000/svg'><title>A red kite</title></svg>".utf8),
                "b.svg": Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
            ]
        )
        #expect(try await site.decisions() == ["embedded: A red kite", "left"])
    }

    // MARK: Reuse

    @Test(
        "The alt of the same bytes elsewhere is used, in the same role and language only (F5)",
        arguments: [
            ("<img src=a.png alt='A dog'>", "reuse: A dog"),
            ("<img src=img/copy.png alt='A dog'>", "reuse: A dog"),
            ("<img src=a.png alt='A dog'><img src=img/copy.png alt='A dog'>", "reuse: A dog"),
            ("<img src=a.png alt='A dog'><img src=img/copy.png alt='Two dogs'>", "needs a caption"),
            ("<html lang=en><img src=a.png alt='A dog'>", "needs a caption"),
            ("<a href=b.html><img src=a.png alt='A dog'></a>", "needs a caption"),
            ("<figure><img src=a.png alt='A dog'><figcaption>Rex</figcaption></figure>", "needs a caption"),
            ("<img src=a.png alt=''>", "needs a caption"), ("<img src=a.png alt=' '>", "needs a caption"),
            ("<img src=a.png alt='image'><img src=a.png alt='a.png'>", "needs a caption"),
            ("<img src=b.png alt='A cat'>", "needs a caption"),
            ("<template><img src=a.png alt='A dog'></template>", "needs a caption"),
            // What it says there can be what the link or button does, and what is hidden nobody has heard.
            ("<a href=big.png><img src=a.png alt='View full size'></a>", "needs a caption"),
            ("<a href=big.png><img src=a.png alt='View full size'></a>, <img src=a.png alt='A dog'>", "reuse: A dog"),
            ("<button><img src=a.png alt='Click to enlarge'></button>", "needs a caption"),
            ("<div hidden><img src=a.png alt='A dog'></div>", "needs a caption"),
            ("<img src=gone.png alt='A dog'>", "needs a caption"),
        ]
    )
    func reuse(html: String, words: String) async throws {
        let site = try SmallSite(
            ["1.html": "<img src=a.png>", "2.html": html],
            images: [
                "a.png": SmallSite.picture(), "img/copy.png": SmallSite.picture(), "b.png": SmallSite.picture("b"),
            ]
        )
        #expect(try await site.plan().pages.first?.steps.map { $0.decision.words } == [words])
    }

    @Test("The alt of the same remote image elsewhere is used")
    func remoteReuse() async throws {
        let site = try SmallSite([
            "1.html": "<img src=https://cdn.example.com/a.png#x>",
            "2.html": "<img src=https://cdn.example.com/a.png alt='A dog'>",
            "3.html": "<img src='https://cdn.example.com/a.png?v=2'>",
        ])
        #expect(try await site.decisions() == ["reuse: A dog", "needs a caption"])
    }

    // MARK: The catalog

    private static func record(
        _ text: String?,
        _ status: CaptionStatus = .suggested,
        role: Role = .content,
        captions: [CaptionLength: String],
        source: String = "modelslab"
    ) -> CaptionRecord {
        CaptionRecord(
            key: CaptionRecord.Key(
                image: "sha256:" + Digest.hexadecimal(of: SmallSite.picture()),
                role: role.rawValue,
                language: "en"
            ),
            status: status,
            text: text,
            captions: captions,
            source: source
        )
    }

    private func decision(_ records: [CaptionRecord], _ policy: Policy, html: String = "<img src=a.png>") async throws
        -> String?
    {
        let site = try SmallSite(["a.html": html], images: ["a.png": SmallSite.picture()])
        return try await site.decisions(policy, catalog: records).first
    }

    @Test(
        "The caption of the wanted length is used; offline another stands in",
        arguments: [
            (CaptionLength.normal, "modelslab: Normal", "modelslab: Normal"),
            (.long, "modelslab: Long", "modelslab: Long"),
            (.short, "needs a caption", "modelslab: Normal"),
        ]
    )
    func lengths(length: CaptionLength, online: String, offline: String) async throws {
        let records = [Self.record("Normal", captions: [.normal: "Normal", .long: "Long"])]
        #expect(try await decision(records, Policy(lengths: CaptionLengths(length))) == online)
        #expect(try await decision(records, Policy(lengths: CaptionLengths(length), isOffline: true)) == offline)
    }

    @Test("A suggestion without its captions is used as it is")
    func withoutCaptions() async throws {
        #expect(
            try await decision([Self.record("A dog", captions: [:])], Policy(lengths: CaptionLengths(.long)))
                == "modelslab: A dog")
    }

    @Test("A caption describes the image in any role that describes it, so it is paid for once")
    func otherRoles() async throws {
        let figure = "<figure><img src=a.png><figcaption>Rex</figcaption></figure>"
        let records = [Self.record("A dog", captions: [.normal: "A dog"])]
        #expect(try await decision(records, Policy(), html: figure) == "modelslab: A dog")
        #expect(try await decision(records, Policy(lengths: CaptionLengths(.long)), html: figure) == "needs a caption")
        #expect(try await decision(records, Policy(), html: "<a href=gone.html><img src=a.png></a>") == "left")
    }

    @Test(
        "What an author wrote comes before a caption that was paid for in another role",
        arguments: [
            ("<img src=k.jpg>", "embedded: A red kite"), ("<img src=a.png>", "reuse: Our dog"),
            ("<img src=b.png>", "modelslab: A machine's"),
        ])
    func authorBeforeOtherRole(html: String, words: String) async throws {
        let images = [
            "a.png": SmallSite.picture("a"), "b.png": SmallSite.picture("b"),
            "k.jpg": SmallSite.picture(alts: ["": "A red kite"]),
        ]
        let site = try SmallSite(
            ["1.html": "<html lang=en>" + html, "2.html": "<html lang=en><img src=a.png alt='Our dog'>"], images: images
        )
        func records(_ role: Role, _ source: AltOrigin, _ captions: [CaptionLength: String]) -> [CaptionRecord] {
            images.values.map { bytes in
                let image = "sha256:" + Digest.hexadecimal(of: bytes)
                return CaptionRecord(
                    key: CaptionRecord.Key(image: image, role: role.rawValue, language: "en"), status: .suggested,
                    text: "In the catalog", captions: captions, source: source.rawValue)
            }
        }
        let elsewhere = records(.figureCaptioned, .modelsLab, [.normal: "A machine's"])
        #expect(try await site.decisions(catalog: elsewhere) == [words])
        // A record of its own that came from the site is asked of the site.
        #expect(try await site.decisions(catalog: elsewhere + records(.content, .embedded, [:])) == [words])
        #expect(
            try await site.decisions(catalog: elsewhere + records(.content, .modelsLab, [:])) == [
                "modelslab: A machine's"
            ])
    }

    @Test("A caption of a text that a person edited serves another role; the person's text does not")
    func captionBesideEdit() async throws {
        let figure = "<figure><img src=a.png><figcaption>Rex</figcaption></figure>"
        let records = [Self.record("Our dog", .edited, captions: [.normal: "A dog"])]
        #expect(try await decision(records, Policy(), html: figure) == "modelslab: A dog")
    }

    @Test("A caption that a person turned down is written in no other role, and not asked for again")
    func rejectedElsewhere() async throws {
        let figure = "<figure><img src=a.png><figcaption>Rex</figcaption></figure>"
        let records = [Self.record(nil, .rejected, captions: [.normal: "A cat"])]
        #expect(try await decision(records, Policy(), html: figure) == "left")
    }
}
