// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Planning")
struct AltPlannerTests {
    typealias Policy = AltPlanner.Policy

    private static let kite = SmallSite.picture(alts: ["": "A red kite"])
    private static let key = "sha256:" + Digest.hexadecimal(of: SmallSite.picture())

    private static func record(
        _ status: CaptionStatus,
        _ text: String? = "From the catalog",
        of image: [UInt8] = SmallSite.picture(),
        role: Role = .content,
        language: String = "en",
        captions: [CaptionLength: String] = [:],
        source: String = "modelslab"
    ) -> CaptionRecord {
        CaptionRecord(
            key: CaptionRecord.Key(
                image: "sha256:" + Digest.hexadecimal(of: image),
                role: role.rawValue,
                language: language
            ),
            status: status,
            text: text,
            captions: captions,
            source: source
        )
    }

    // MARK: Order

    @Test("The catalog is asked before the file, the file before the rest of the site, and that before a captioner")
    func order() async throws {
        let site = try SmallSite(
            [
                "a.html": "<img src=a.jpg>", "b.html": "<img src=a.jpg alt='Reused'>, <img src=b.png alt='Reused'>",
                "c.html": "<img src=b.png>", "d.html": "<img src=c.png>",
            ],
            images: ["a.jpg": Self.kite, "b.png": SmallSite.picture("b"), "c.png": SmallSite.picture("c")]
        )
        #expect(try await site.decisions() == ["embedded: A red kite", "reuse: Reused", "needs a caption"])
        let catalog = [
            Self.record(.suggested, of: Self.kite, captions: [.normal: "From the catalog"]),
            Self.record(.suggested, of: SmallSite.picture("b"), captions: [.normal: "From the catalog"]),
            Self.record(.suggested, of: SmallSite.picture("c"), captions: [.normal: "From the catalog"]),
        ]
        #expect(try await site.decisions(catalog: catalog) == Array(repeating: "modelslab: From the catalog", count: 3))
    }

    /// Reading the text for every image makes a minute of a few seconds.
    @Test("Many images in a link with a long text take no longer than images and text by themselves")
    func longLink() async throws {
        let link = "<a href=a.jpg>" + String(repeating: "word ", count: 40_000)
        let images = String(repeating: "<img src=a.jpg>", count: 2_000)
        let site = try SmallSite(
            ["a.html": link + images, "b.html": "<a href=a.html>" + link.dropFirst(14) + images],
            images: ["a.jpg": Self.kite])
        let decisions = try await site.decisions()
        #expect(Set(decisions[..<2_000]) == ["embedded: A red kite"])
        #expect(Set(decisions[2_000...]) == ["left"])
    }

    @Test("A pixel gets an empty alt, whatever the policy")
    func pixel() async throws {
        let site = try SmallSite(["a.html": "<img src=x.gif width=1 height=1>"])
        #expect(try await site.decisions() == ["pixel: "])
        #expect(try await site.decisions(Policy(approvedOnly: true, isOffline: true)) == ["pixel: "])
    }

    @Test(
        "Nothing is ever written for the other classes",
        arguments: [
            "<img src=a.png alt=' '>", "<img src=a.png alt=photo>", "<img src=a.png hidden>",
            "<img src=a.png role=none>",
            "<img src=a.png title=Dog>", "<template><img src=a.png></template>", "<input type=image src=a.png>",
            "<map><area href=b.html></map>", "<img src=a.png alt='' title=Dog>",
        ]
    )
    func nothing(html: String) async throws {
        let site = try SmallSite(
            ["a.html": html, "b.html": "<title>B</title>"],
            images: ["a.png": SmallSite.picture()]
        )
        let catalog = Role.allCases.map { Self.record(.approved, role: $0) }
        #expect(try await site.decisions(catalog: catalog) == ["nothing"])
    }

    @Test("The same audit and catalog lead to the same decisions, in whatever order the records come")
    func deterministic() async throws {
        let site = try SmallSite(
            [
                "a.html":
                    "<html lang=en><img src=a.png><img src=b.png><a href=b.html><img src=c.png></a><img src=k.jpg>",
                "b.html":
                    "<html lang=en><title>B</title><img src=a.png alt=One>, <img src=b.png alt=One><img src=copy.png alt=Two>",
            ],
            images: [
                "a.png": SmallSite.picture(), "copy.png": SmallSite.picture(), "b.png": SmallSite.picture("b"),
                "c.png": SmallSite.picture("c"),
                "k.jpg": SmallSite.picture(alts: ["de": "Drachen", "en": "Kite", "fr": "Cerf-volant"]),
            ]
        )
        let catalog = [
            Self.record(.suggested, role: .figureCaptioned, captions: [.normal: "One", .long: "Long"]),
            Self.record(.suggested, "Two", role: .content, language: "fr", captions: [.normal: "Two"]),
        ]
        let audit = try await site.audit()
        let texts = try await site.authoredTexts()
        var results: Set<[String]> = []
        for records in [catalog, catalog.reversed()] {
            for _ in 0..<3 {
                let planner = AltPlanner(
                    policy: Policy(),
                    catalog: records.sorted { $0.precedes($1) },
                    audit: audit,
                    authoredTexts: texts,
                    library: site.library,
                    titles: site.titles
                )
                results.insert(audit.uses.map { planner.step(for: $0).decision.words })
            }
        }
        #expect(results == [["modelslab: Two", "reuse: One", "link-target: B", "embedded: Kite"]])
    }

    // MARK: What persons decide

    @Test(
        "What a person decided",
        arguments: [
            (CaptionStatus.approved, "A dog" as String?, "person: A dog"), (.edited, "A dog", "person: A dog"),
            // What a person wrote is written as it is, fit or not.
            (.edited, "Image of a dog", "person: Image of a dog"), (.approved, "logo", "person: logo"),
            (.decorative, nil, "person: "), (.decorative, "A dog", "person: "), (.rejected, nil, "left"),
            (.rejected, "A dog", "left"),
            (.edited, "", "left"), (.approved, " ", "left"),
        ]
    )
    func decided(status: CaptionStatus, text: String?, words: String) async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>"], images: ["a.png": SmallSite.picture()])
        let catalog = [Self.record(status, text)]
        #expect(try await site.decisions(catalog: catalog) == [words])
        #expect(try await site.decisions(Policy(approvedOnly: true), catalog: catalog) == [words])
    }

    @Test("A decision holds for one role and language only")
    func otherRole() async throws {
        let site = try SmallSite(
            [
                "a.html": "<img src=a.png>", "b.html": "<figure><img src=a.png><figcaption>Dog</figcaption></figure>",
                "c.html": "<html lang=de><img src=a.png>",
            ],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(
            try await site.decisions(catalog: [Self.record(.edited, "A dog")]) == [
                "person: A dog", "needs a caption", "left",
            ]
        )
        #expect(
            try await site.decisions(catalog: [Self.record(.edited, "Ein Hund", language: "de")])
                == ["needs a caption", "needs a caption", "person: Ein Hund"]
        )
    }

    @Test("With approved-only a suggestion waits, wherever it comes from")
    func approvedOnly() async throws {
        let site = try SmallSite(
            [
                "a.html": "<img src=a.png><img src=b.png><img src=k.jpg><a href=b.html><img src=a.png></a>",
                "b.html": "<title>B</title><img src=b.png alt=Reused>",
            ],
            images: ["a.png": SmallSite.picture(), "b.png": SmallSite.picture("b"), "k.jpg": Self.kite]
        )
        let catalog = [Self.record(.suggested, captions: [.normal: "A dog"])]
        let steps = try await site.plan(Policy(approvedOnly: true), catalog: catalog).steps
        #expect(steps.map { $0.decision.words } == ["left", "left", "left", "left"])
        #expect(steps.allSatisfy { $0.decision.reasonToLeave?.hasSuffix("awaits approval in the catalog.") == true })
    }

    @Test("An image with a caption is no decoration, even if a person says so (T5)")
    func decorativeFigure() async throws {
        let site = try SmallSite(
            ["a.html": "<figure><img src=a.png><figcaption>Dog</figcaption></figure>"],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(try await site.decisions(catalog: [Self.record(.decorative, nil, role: .figureCaptioned)]) == ["left"])
    }

    @Test("Beside text, the empty suggestion is written once a person approves it (F3)")
    func besideText() async throws {
        let site = try SmallSite(
            ["a.html": "<a href=b.html><img src=a.png> Home</a>"],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(try await site.decisions() == ["left"])
        #expect(
            try await site.decisions(catalog: [
                Self.record(.suggested, "", role: .functionalWithText, source: "link-target")
            ]) == ["left"]
        )
        for status in [CaptionStatus.approved, .decorative] {
            let catalog = [Self.record(status, "", role: .functionalWithText, source: "link-target")]
            #expect(try await site.decisions(Policy(approvedOnly: true), catalog: catalog) == ["person: "])
        }
        #expect(
            try await site.decisions(catalog: [Self.record(.edited, "House", role: .functionalWithText)]) == [
                "person: House"
            ]
        )
    }

    // MARK: Fitness

    @Test(
        "A suggestion that is not fit is left for a person",
        arguments: [
            ("<img src=a.png>", "logo", false), ("<img src=a.png>", "a.png", false),
            ("<img src=a.png>", "https://x.example/", false),
            ("<img src=a.png>", "<br>", false), ("<img src=a.png>", "An image of a dog", true),
            // T4: what stands beside it, in whatever spelling.
            ("<figure><img src=a.png><figcaption>A dog, asleep.</figcaption></figure>", "a DOG asleep", false),
            ("<figure><img src=a.png><figcaption>A dog</figcaption></figure>", "A dog asleep", true),
            ("<a href=a.png><img src=a.png> A dog!</a>", "A dog.", false),
            ("<figure><img src=a.png><figcaption>Rating</figcaption></figure>", "★★★☆☆", true),
            ("<img src=a.png>", "★★★☆☆", true), ("<a href=a.png><img src=a.png></a>", "★★★☆☆", true),
        ]
    )
    func fitness(html: String, caption: String, isWritten: Bool) async throws {
        let site = try SmallSite(["a.html": html], images: ["a.png": SmallSite.picture()])
        let role: Role = html.contains("figure") ? .figureCaptioned : .content
        let words = try await site.decisions(catalog: [
            Self.record(.suggested, caption, role: role, captions: [.normal: caption])
        ])
        #expect(words == [isWritten ? "modelslab: \(AltTextHygiene.cleaned(caption))" : "left"])
    }

    @Test("A text that is not fit leaves the word to the next source, and its reason to the catalog")
    func rejection() async throws {
        let site = try SmallSite(
            [
                "a.html": "<img src=k.jpg><img src=a.png><a href=b.html><img src=b.png></a>",
                "b.html": "<title>Untitled</title><img src=k.jpg alt='A red kite'>",
            ],
            images: [
                "k.jpg": SmallSite.picture(alts: ["": "IMG_0042.jpg"]), "a.png": SmallSite.picture(),
                "b.png": SmallSite.picture("b"),
            ]
        )
        let steps = try await site.plan(catalog: [Self.record(.suggested, "logo", captions: [.normal: "logo"])]).steps
        #expect(steps.map(\.decision.words) == ["reuse: A red kite", "left", "left"])
        #expect(steps.map(\.rejection?.problem) == [nil, "is a placeholder", "is a placeholder"])
        #expect(steps[1].decision.reasonToLeave == "The suggestion \"logo\" is a placeholder.")
        #expect(steps.flatMap(\.missingCaptions) == [])
    }

    @Test("A caption is asked for where the text in the file is not fit")
    func unfitEmbeddedText() async throws {
        let images = ["k.jpg": SmallSite.picture(alts: ["": "IMG_0042.jpg"])]
        let site = try SmallSite(["a.html": "<img src=k.jpg>"], images: images)
        let step = try #require(try await site.plan().steps.first)
        #expect(step.decision == .needsCaption)
        #expect(step.rejection?.text == "IMG_0042.jpg")
        #expect(try await site.decisions(Policy(approvedOnly: true)) == ["left"])
    }

    @Test("A caption from another role that is not fit is not paid for again, whatever else is not fit")
    func unfitCaptionElsewhere() async throws {
        let image = SmallSite.picture(alts: ["": "Todo"])
        let site = try SmallSite(["a.html": "<img src=k.jpg>"], images: ["k.jpg": image])
        let catalog = [Self.record(.suggested, of: image, role: .figureCaptioned, captions: [.normal: "logo"])]
        let step = try #require(try await site.plan(catalog: catalog).steps.first)
        #expect(step.decision.reasonToLeave == "The suggestion \"logo\" is a placeholder.")
    }

    @Test("What a person wrote is written whatever is wrong with it, and that is said")
    func advice() async throws {
        let site = try SmallSite(["a.html": "<img src=a.png>"], images: ["a.png": SmallSite.picture()])
        for (text, words) in [("logo", "placeholder"), ("Acme logo", "logo"), ("A dog on a sofa", "15 characters")] {
            let policy = Policy(textLengthLimit: 10)
            let step = try #require(try await site.plan(policy, catalog: [Self.record(.edited, text)]).steps.first)
            #expect(step.decision.words == "person: \(text)")
            #expect(step.advice?.contains(words) == true)
        }
    }

    @Test("The same text on images side by side is written, and pointed out (T11)")
    func repeatedText() async throws {
        let site = try SmallSite(
            ["a.html": "<img src=a.png> <img src=a.png>, <img src=a.png>, <img src=b.png alt=Star><img src=a.png>"],
            images: ["a.png": SmallSite.picture()]
        )
        let steps = try await site.plan(catalog: [Self.record(.edited, "Star")]).steps
        #expect(steps.map(\.decision.words) == Array(repeating: "person: Star", count: 4))
        #expect(steps.map { $0.advice != nil } == [false, true, false, true])
    }

    @Test("A link gets its name also where that stands beside it (H2)")
    func nameBesideLink() async throws {
        let site = try SmallSite(
            ["a.html": "<a href=b.html><img src=a.png></a> <a href=b.html>Two</a>", "b.html": "<title>Two</title>"],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(try await site.decisions() == ["link-target: Two"])
    }

    @Test("A link gets its name also where the caption of the figure says the same (F89)")
    func nameInCaption() async throws {
        let figure = "<figure><a href=b.html><img src=a.png></a><figcaption>Two</figcaption></figure>"
        let site = try SmallSite(["a.html": figure, "b.html": "<title>Two</title>"])
        #expect(try await site.decisions() == ["link-target: Two"])
    }

    // MARK: Languages

    @Test(
        "Languages are compared by their primary subtags; what is unknown is in that of the captions",
        arguments: [
            ("en-GB", "modelslab: A dog"), ("EN", "modelslab: A dog"), ("en_US", "modelslab: A dog"),
            ("", "modelslab: A dog"),
            ("und", "modelslab: A dog"), ("english", "modelslab: A dog [en]"), ("e", "modelslab: A dog [en]"),
            ("enm", "modelslab: A dog [en]"), ("{{ lang }}", "modelslab: A dog [en]"),
            ("x-en", "modelslab: A dog [en]"),
        ]
    )
    func tags(tag: String, words: String) async throws {
        let site = try SmallSite(
            ["a.html": "<html lang='\(tag)'><img src=a.png>"], images: ["a.png": SmallSite.picture()])
        let catalog = [Self.record(.suggested, "A dog", captions: [.normal: "A dog"])]
        #expect(try await site.decisions(Policy(languageMismatch: .tag), catalog: catalog) == [words])
    }

    @Test("A tagged text is one insertion, and without it the page is what it was")
    func taggedBytes() async throws {
        let html = "<html lang=de><p>ä<IMG\tSRC='a.png'\n>"
        let site = try SmallSite(["a.html": html], images: ["a.png": SmallSite.picture()])
        let catalog = [Self.record(.suggested, "A \"dog\" & co", captions: [.normal: "A \"dog\" & co"])]
        let plan = try await site.plan(Policy(languageMismatch: .tag), catalog: catalog)
        let rewrite = try #require(try plan.pages.first?.rewrite(inRoot: site.root))
        let inserted = " alt=\"A &quot;dog&quot; &amp; co\" lang=\"en\""
        #expect(
            String(decoding: try rewrite.original.applying(rewrite.edits), as: UTF8.self)
                == html.replacing("<IMG", with: "<IMG" + inserted))
    }

    @Test(
        "A caption on a page in another language",
        arguments: [
            (LanguageMismatch.skip, "left", "left"), (.tag, "needs a caption", "modelslab: A dog [en]"),
            (.allow, "needs a caption", "modelslab: A dog"),
        ]
    )
    func mismatch(mismatch: LanguageMismatch, without: String, with: String) async throws {
        let site = try SmallSite(["a.html": "<html lang=de><img src=a.png>"], images: ["a.png": SmallSite.picture()])
        #expect(try await site.decisions(Policy(languageMismatch: mismatch)) == [without])
        let catalog = [Self.record(.suggested, "A dog", captions: [.normal: "A dog"])]
        #expect(try await site.decisions(Policy(languageMismatch: mismatch), catalog: catalog) == [with])
    }

    @Test("A text in the page's own language comes first and needs no tag", arguments: LanguageMismatch.allCases)
    func ownLanguage(mismatch: LanguageMismatch) async throws {
        let site = try SmallSite(["a.html": "<html lang=de-AT><img src=a.png>"], images: ["a.png": SmallSite.picture()])
        let catalog = [
            Self.record(.suggested, "A dog", captions: [.normal: "A dog"]),
            Self.record(.edited, "Ein Hund", language: "de"),
        ]
        #expect(try await site.decisions(Policy(languageMismatch: mismatch), catalog: catalog) == ["person: Ein Hund"])
    }

    @Test(
        "A page or a part of it without a language is taken to be in that of the captions",
        arguments: [
            "<img src=a.png>", "<html lang=de><p lang=''><img src=a.png>", "<html lang=de><p lang=en><img src=a.png>",
        ]
    )
    func undeclared(html: String) async throws {
        let site = try SmallSite(["a.html": html], images: ["a.png": SmallSite.picture()])
        let catalog = [Self.record(.suggested, "A dog", captions: [.normal: "A dog"])]
        #expect(try await site.decisions(Policy(languageMismatch: .tag), catalog: catalog) == ["modelslab: A dog"])
    }

    @Test("No second lang goes into a tag that has one, since a tag with two is broken")
    func secondLanguageAttribute() async throws {
        for attribute in ["lang=de", "xml:lang=de"] {
            let site = try SmallSite(["a.html": "<img \(attribute) src=a.png>"], images: ["a.png": SmallSite.picture()])
            let catalog = [Self.record(.suggested, "A dog", captions: [.normal: "A dog"])]
            #expect(try await site.decisions(Policy(languageMismatch: .tag), catalog: catalog) == ["left"])
            #expect(
                try await site.decisions(Policy(languageMismatch: .allow), catalog: catalog) == ["modelslab: A dog"]
            )
        }
    }

    @Test("A caption that could not be written is not asked for, either")
    func nothingPaidForNothing() async throws {
        let site = try SmallSite(
            ["a.html": "<html lang=fr><img src=k.jpg><noscript><img src=k.jpg></noscript><img lang=de src=k.jpg>"],
            images: ["k.jpg": SmallSite.picture(alts: ["en": "A red kite"])]
        )
        #expect(try await site.decisions() == ["left", "left", "left"])
        #expect(
            try await site.decisions(Policy(languageMismatch: .tag)) == [
                "embedded: A red kite [en]", "embedded: A red kite [en]", "left",
            ]
        )
    }

    // MARK: Twins

    @Test("A twin gets what its twin gets")
    func twins() async throws {
        let site = try SmallSite(
            ["a.html": "<p><noscript><img src=a.png></noscript><img src=a.png>"],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(try await site.decisions() == ["needs a caption", "needs a caption"])
        let catalog = [Self.record(.suggested, captions: [.normal: "A dog"])]
        #expect(try await site.decisions(catalog: catalog) == ["modelslab: A dog", "modelslab: A dog"])
        #expect(CaptionNeed.needs(of: try await site.plan()).count == 1)
    }

    @Test("A twin that nobody can describe is left")
    func unusableTwins() async throws {
        let site = try SmallSite(
            [
                "a.html": "<p><noscript><img src=gone.png></noscript><img src=gone.png>",
                "b.html": "<html lang=de><p><noscript><img src=a.png></noscript><img src=a.png>",
                "c.html": "<p><noscript><a href=x><img src=a.png></a></noscript><a href=x><img src=a.png></a>",
            ],
            images: ["a.png": SmallSite.picture()]
        )
        #expect(try await site.decisions() == Array(repeating: "left", count: 6))
    }
}
