// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Exceptions that a site makes for some of its images")
struct ImageRuleTests {
    private func site(_ html: String, path: String = "blog/a.html") throws -> SmallSite {
        try SmallSite(
            [path: html], images: ["img/icons/a.png": SmallSite.picture("a"), "img/b.png": SmallSite.picture("b")])
    }

    @Test(
        "Images are chosen by path, page and class; all that is said has to hold",
        arguments: [
            (ImageRule(images: ["img/icons/*"]), 1), (ImageRule(images: ["*.png"]), 0),
            (ImageRule(images: ["icons/*"]), 2),
            (ImageRule(pages: ["blog/*"]), 0), (ImageRule(pages: ["*/b.html", "news/*"]), 2),
            (ImageRule(classes: ["icon"]), 1), (ImageRule(classes: ["ico", "ICON"]), 2), (ImageRule(), 0),
            (ImageRule(images: ["img/*"], pages: ["blog/*"], classes: ["icon"]), 1),
            (ImageRule(images: ["img/b.png"], classes: ["icon"]), 2),
        ]
    )
    func conditions(rule: ImageRule, left: Int) async throws {
        var rule = rule
        rule.isExcluded = true
        let site = try site("<img src=../img/icons/a.png class='big icon'><img src=../img/b.png>")
        #expect(try await site.audit(rules: [rule]).uses.count == left)
    }

    @Test("Of two rules on the same matter the later one counts")
    func order() async throws {
        let rules = [
            ImageRule(images: ["img/*"], isExcluded: true), ImageRule(images: ["img/b.png"], isExcluded: false),
        ]
        let site = try site("<img src=../img/icons/a.png><img src=../img/b.png>")
        #expect(try await site.audit(rules: rules).uses.map(\.src) == ["../img/b.png"])
        #expect(try await site.audit(rules: rules.reversed()).uses.isEmpty)
    }

    @Test("A length is chosen for some images only, each caption paid for once")
    func length() async throws {
        let site = try site("<img src=../img/icons/a.png><img src=../img/b.png>")
        let plan = try await site.plan(rules: [ImageRule(images: ["img/b.png"], length: .long)])
        #expect(
            CaptionNeed.needs(of: plan).map { "\($0.image.name) \($0.length)" } == [
                "img/icons/a.png normal", "img/b.png long",
            ])
    }

    @Test(
        "Decoration gets an empty alt, save where a link would lose its name, or the image has a caption (T5)",
        arguments: [
            ("<img src=../img/b.png>", "pixel: "), ("<a href=x><img src=../img/b.png> Home</a>", "pixel: "),
            ("<a href=x><img src=../img/b.png></a>", "left"),
            ("<figure><img src=../img/b.png><figcaption>B</figcaption></figure>", "needs a caption"),
            ("<img src=../img/b.png alt='B'>", nil),
        ] as [(String, String?)]
    )
    func decoration(html: String, words: String?) async throws {
        let site = try site(html)
        let steps = try await site.plan(rules: [ImageRule(treatment: .decorative)]).steps
        #expect(steps.map(\.decision.words) == [words].compactMap { $0 })
    }

    @Test("A linked image can be described all the same")
    func content() async throws {
        let site = try site("<a href=x.html><img src=../img/b.png></a>")
        #expect(try await site.plan().steps.map(\.use.findingClass) == [.functionalAlone])
        let steps = try await site.plan(rules: [ImageRule(treatment: .content)]).steps
        #expect(steps.map(\.decision) == [.needsCaption])
        #expect(steps.map(\.use.role) == [.content])
    }

    @Test("Where no page declares a language, the site's default holds")
    func defaultLanguage() async throws {
        let site = try site(
            "<img src=../img/b.png><p lang=''><img src=../img/b.png></p><p lang=en><img src=../img/b.png></p>")
        let uses = try await site.audit(defaultLanguage: "de").uses
        #expect(uses.map(\.findingClass) == [.languageMismatch, .content, .content])
    }
}
