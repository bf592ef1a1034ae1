// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("The classes of rules.md, section C")
struct ClassifierTests {
    /// A piece of a page, in which the image in question has the attribute `it` where there are several.
    struct Case: Sendable, CustomTestStringConvertible {
        let html: String
        let findingClass: FindingClass?
        let role: Role?

        init(_ html: String, _ findingClass: FindingClass?, _ role: Role? = nil) {
            self.html = html
            self.findingClass = findingClass
            self.role = role
        }

        var testDescription: String { html }
    }

    static func verdict(on html: String, image: SiteImage? = .picture) throws -> Classifier.Verdict? {
        let images = try ImageScanner().scan(Array(html.utf8)).images
        let element = try #require(images.first { $0["it"] != nil } ?? images.first)
        return Classifier.verdict(on: element, image: image)
    }

    private func check(_ test: Case, image: SiteImage? = .picture) throws {
        let verdict = try Self.verdict(on: test.html, image: image)
        #expect(verdict?.findingClass == test.findingClass)
        #expect(verdict?.role == test.role)
        #expect(verdict?.reason.isEmpty != true)
    }

    @Test(
        "content and alt (D1, D2, D12)",
        arguments: [
            Case("<img src=a.png>", .content, .content),
            Case("<image src=a.png>", .content, .content),
            Case("<img src=a.png generator-unable-to-provide-required-alt=''>", .content, .content),
            Case("<p>A dog<img src=a.png>", .content, .content),
            Case("<a name=top><img src=a.png></a>", .content, .content),
            Case("<img src=a.png alt=''>", nil),
            Case("<img src=a.png alt>", nil),
            Case("<img src=a.png alt='A dog'>", nil),
            Case("<div style='margin-left:-9999px'><img src=a.png></div>", .content, .content),
        ]
    )
    func content(_ test: Case) throws { try check(test) }

    @Test(
        "white space as alt (D3)",
        arguments: [
            Case("<img src=a.png alt=' '>", .whitespaceAlt),
            Case("<img src=a.png alt='&#10;&nbsp;'>", .whitespaceAlt),
            Case("<a href=b.html><img src=a.png alt=' '></a>", .whitespaceAlt),
            Case("<img src=a.png alt=' ' role=none>", nil),
            Case("<img src=a.png alt=' ' role=presentation>", nil),
            Case("<img src=a.png alt=' ' role=none tabindex=0>", .whitespaceAlt),
            Case("<img src=a.png alt=' ' hidden>", nil),
            Case("<img src=a.png alt=' ' aria-label='A dog'>", nil),
            Case("<template><img src=a.png alt=' '></template>", nil),
        ]
    )
    func whitespace(_ test: Case) throws { try check(test) }

    @Test(
        "other names (D4)",
        arguments: [
            Case("<img src=a.png title='A dog'>", .namedOtherwise),
            Case("<img src=a.png aria-label='A dog'>", .namedOtherwise),
            Case("<p id=l>A dog</p><img src=a.png aria-labelledby=l>", .namedOtherwise),
            Case("<img src=a.png aria-labelledby=l><p id=l hidden>A dog</p>", .namedOtherwise),
            Case("<p id=l>A dog</p><img src=a.png aria-labelledby='missing l'>", .namedOtherwise),
            Case("<a href=b.html><img src=a.png title='A dog'></a>", .namedOtherwise),
            Case("<img src=a.png title=''>", .content, .content),
            Case("<img src=a.png title=' '>", .content, .content),
            Case("<img src=a.png aria-label=''>", .content, .content),
            Case("<img src=a.png aria-labelledby=missing>", .content, .content),
            Case("<p id=l></p><img src=a.png aria-labelledby=l>", .content, .content),
            Case("<p id=L>A dog</p><img src=a.png aria-labelledby=l>", .content, .content),
            Case("<img src=a.png aria-labelledby=missing title='A dog'>", .namedOtherwise),
            Case("<div title='A dog'><img src=a.png></div>", .content, .content),
            Case("<img src=a.png aria-description='A dog'>", .content, .content),
        ]
    )
    func otherNames(_ test: Case) throws { try check(test) }

    @Test(
        "presentational images (D5)",
        arguments: [
            Case("<img src=a.png role=none>", .presentational),
            Case("<img src=a.png role=Presentation>", .presentational),
            Case("<img src=a.png role=' none presentation'>", .presentational),
            Case("<a href=b.html><img src=a.png role=none></a>", .presentational),
            Case("<img src=a.png role=none tabindex=0>", .content, .content),
            Case("<img src=a.png role=presentation tabindex=-1>", .content, .content),
            Case("<img src=a.png role=none tabindex=0 title='A dog'>", .namedOtherwise),
            // What else makes browsers expose it: a name, or any other global property of ARIA.
            Case("<img src=a.png role=none aria-label='A dog'>", .namedOtherwise),
            Case("<img src=a.png role=none aria-describedby=d>", .content, .content),
            Case("<img src=a.png role=presentation aria-live=assertive>", .content, .content),
            Case("<img src=a.png role=none aria-label=' '>", .presentational),
            Case("<img src=a.png role=none tabindex=x>", .presentational),
            Case("<img src=a.png role=none title='A dog'>", .presentational),
            Case("<img src=a.png role=img>", .content, .content),
            Case("<img src=a.png role=''>", .content, .content),
            Case("<div role=none><img src=a.png></div>", .content, .content),
        ]
    )
    func presentational(_ test: Case) throws { try check(test) }

    @Test(
        "hidden images (D6)",
        arguments: [
            Case("<img src=a.png aria-hidden=true>", .hidden),
            Case("<img src=a.png aria-hidden=TRUE>", .hidden),
            Case("<img src=a.png hidden>", .hidden),
            Case("<section aria-hidden=true><p><img src=a.png></p></section>", .hidden),
            Case("<div style='color:red; DISPLAY : none !important'><img src=a.png></div>", .hidden),
            Case("<div style='visibility: hidden'><img src=a.png></div>", .hidden),
            Case("<a href=b.html hidden><img src=a.png></a>", .hidden),
            Case("<div hidden><img src=a.png alt=photo></div>", nil),
            Case("<img src=a.png aria-hidden=false>", .content, .content),
            Case("<img src=a.png aria-hidden>", .content, .content),
            Case("<p hidden>A dog</p><img src=a.png>", .content, .content),
            Case("<img src=a.png style='opacity:0'>", .content, .content),
            Case("<div style='display:block'><img src=a.png></div>", .content, .content),
        ]
    )
    func hidden(_ test: Case) throws { try check(test) }

    @Test(
        "text that is no markup, and templates (D7)",
        arguments: [
            Case("<template><img src=a.png></template>", .inert),
            Case("<template><div hidden><img src=a.png></div></template>", .inert),
            Case("<template><a href=b.html><img src=a.png></a></template>", .inert),
            Case("<noscript><img src=a.png></noscript>", .content, .content),
        ]
    )
    func inert(_ test: Case) throws { try check(test) }

    @Test(
        "Text that only looks like an image is none (D7)",
        arguments: [
            "<!-- <img src=a.png> -->", "<script>'<img src=a.png>'</script>", "<textarea><img src=a.png></textarea>",
            "<title><img src=a.png></title>", "<iframe><img src=a.png></iframe>", "<xmp><img src=a.png></xmp>",
            "<style><img src=a.png></style>", "<noembed><img src=a.png></noembed>", "<plaintext><img src=a.png>",
        ]
    )
    func noImage(_ html: String) throws {
        #expect(try ImageScanner().scan(Array(html.utf8)).images.isEmpty)
    }

    @Test(
        "figures (D10)",
        arguments: [
            Case("<figure><img src=a.png><figcaption>A dog</figcaption></figure>", .figureCaptioned, .figureCaptioned),
            Case(
                "<figure><figcaption>A dog</figcaption><p><img src=a.png></p></figure>",
                .figureCaptioned,
                .figureCaptioned
            ),
            Case(
                "<figure><a href=big.JPG?x=1><img src=a.png></a><figcaption>A dog</figcaption></figure>",
                .figureCaptioned,
                .figureCaptioned
            ),
            Case("<figure><img it src=a.png><img src=b.png><figcaption>Dogs</figcaption></figure>", .content, .content),
            // The copy for readers without scripts is no second image, but can be the only one.
            Case(
                "<figure><img it data-src=a.png><noscript><p><img src=a.png></noscript><figcaption>Dog</figcaption></figure>",
                .figureCaptioned, .figureCaptioned),
            Case(
                "<figure><img data-src=a.png><noscript><img it src=a.png></noscript><figcaption>Dog</figcaption></figure>",
                .figureCaptioned, .figureCaptioned),
            Case(
                "<figure><noscript><img src=a.png></noscript><figcaption>Dog</figcaption></figure>", .figureCaptioned,
                .figureCaptioned),
            Case(
                "<figure><noscript><img it src=a.png><img src=b.png></noscript><figcaption>Dogs</figcaption></figure>",
                .content, .content),
            Case("<figure><img src=a.png><figcaption> </figcaption></figure>", .content, .content),
            Case("<figure><img src=a.png></figure>", .content, .content),
            Case("<figcaption>A dog</figcaption><img src=a.png>", .content, .content),
            Case(
                "<figure><figure><img src=a.png><figcaption>A dog</figcaption></figure><figcaption>All</figcaption></figure>",
                .figureCaptioned,
                .figureCaptioned
            ),
            Case(
                "<figure><img it src=a.png><figure><img src=b.png></figure><figcaption>All</figcaption></figure>",
                .content,
                .content
            ),
            Case(
                "<figure><a href=b.html><img src=a.png></a><figcaption>A dog</figcaption></figure>",
                .functionalAlone,
                .functionalAlone
            ),
            Case("<figure><img src=a.png title=Dog><figcaption>A dog</figcaption></figure>", .namedOtherwise),
        ]
    )
    func figures(_ test: Case) throws { try check(test) }

    @Test(
        "links and buttons (F2, F3)",
        arguments: [
            Case("<a href=b.html><img src=a.png></a>", .functionalAlone, .functionalAlone),
            Case("<a href=''> <span><img src=a.png></span> </a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html aria-label=Home><img src=a.png></a>", .functionalAlone, .functionalAlone),
            Case("<button><img src=a.png></button>", .functionalAlone, .functionalAlone),
            Case("<span role=link tabindex=0><img src=a.png></span>", .functionalAlone, .functionalAlone),
            Case("<div role=button><img src=a.png></div>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img it src=a.png><img src=b.png></a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img it src=a.png><img src=b.png alt=''></a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img it src=a.png><!-- Home --></a>", .functionalAlone, .functionalAlone),
            Case(
                "<a href=b.html><img it src=a.png><img src=b.png alt='Home page'></a>",
                .functionalWithText,
                .functionalWithText
            ),
            // One image of several bears the name of the link, and none that is hidden.
            Case("<a href=b.html><img src=b.png><img it src=a.png></a>", .functionalWithText, .functionalWithText),
            Case("<a href=b.html><img hidden src=b.png><img it src=a.png></a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img src=a.png> Home</a>", .functionalWithText, .functionalWithText),
            Case("<button>Find<img src=a.png></button>", .functionalWithText, .functionalWithText),
            Case("<a href=big.jpg><img src=a.png></a>", .content, .content),
            Case("<a href='big.PNG?size=2#x'><img src=a.png></a>", .content, .content),
            Case("<a href=big.jpg><img src=a.png> Enlarge</a>", .content, .content),
            Case("<a href=view.html?image=big.jpg><img src=a.png></a>", .functionalAlone, .functionalAlone),
            Case("<button><a href=big.jpg></a><img src=a.png></button>", .functionalAlone, .functionalAlone),
            // What is hidden, or no more than a sign, names no link.
            Case("<a href=b.html><img src=a.png><b hidden>Home</b></a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img src=a.png> » | </a>", .functionalAlone, .functionalAlone),
            Case("<a href=b.html><img src=a.png> 家</a>", .functionalWithText, .functionalWithText),
            Case("<a href=b.html><img src=a.png> 🏠</a>", .functionalWithText, .functionalWithText),
            Case("<a href=b.html><img src=b.png alt=''><img it src=a.png></a>", .functionalAlone, .functionalAlone),
            // An image can be a button itself.
            Case("<img src=a.png role=button>", .functionalAlone, .functionalAlone),
            Case("<img src=a.png role=button aria-label=Search>", .namedOtherwise),
            Case("<details><summary><img src=a.png></summary></details>", .functionalAlone, .functionalAlone),
        ]
    )
    func controls(_ test: Case) throws { try check(test) }

    @Test(
        "pixels by what the page says (F1)",
        arguments: [
            Case("<img src=a.png width=1 height=1>", .pixel),
            Case("<img src=a.png width=0 height=1>", .pixel),
            Case("<img src=a.png width=' 1px' height=1PX>", .pixel),
            Case("<img src=a.png style='width: 1px; height:0!important'>", .pixel),
            Case("<noscript><img src=a.png width=1 height=1></noscript>", .pixel),
            Case("<img src=a.png width=1>", .content, .content),
            Case("<img src=a.png width=1 height=100>", .content, .content),
            Case("<img src=a.png width=1% height=1%>", .content, .content),
            Case("<img src=a.png width=1 style='height:1px'>", .pixel),
            // A style holds against an attribute.
            Case("<img src=a.png width=1 height=1 style='width:100%;height:auto'>", .content, .content),
            Case("<img src=a.png width=90 height=60 style='width:1px;height:1px'>", .pixel),
            // What has a caption is there to be seen.
            Case(
                "<figure><img src=a.png width=1 height=1><figcaption>A dog</figcaption></figure>", .figureCaptioned,
                .figureCaptioned),
            Case("<img src=a.png style='max-width:1px;max-height:1px'>", .content, .content),
            Case("<img src=a.png width='' height=''>", .content, .content),
            Case("<img src=a.png width=1 height=1 title=Counter>", .namedOtherwise),
        ]
    )
    func pixels(_ test: Case) throws { try check(test, image: .unseen) }

    @Test("A pixel need not have an image that can be looked at")
    func pixelWithoutImage() throws {
        try check(Case("<img width=1 height=1>", .pixel), image: nil)
        try check(Case("<img src=x width=1 height=1>", .pixel), image: .missing)
    }

    @Test(
        "An image that is all a link or button holds is no pixel, since nothing else names the link",
        arguments: [
            "<a href=b.html><img src=a.png width=1 height=1></a>",
            "<button style='background:url(x)'><img src=a.png style='width:1px;height:1px'></button>",
        ]
    )
    func linkedPixel(html: String) throws {
        try check(Case(html, .functionalAlone, .functionalAlone))
    }

    @Test("An image beside text in a link can be a pixel")
    func pixelBesideText() throws {
        try check(Case("<a href=b.html>Home<img src=a.png width=1 height=1></a>", .pixel), image: .unseen)
    }

    @Test(
        "pixels by what the file says, where nothing in the page makes something else of it (F1)",
        arguments: [
            ("<img src=a.gif>", true),
            ("<p><img src=a.gif border=0></p>", true),
            ("<img src=a.gif width=20 height=20>", true),
            ("<img src=a.gif style='width:100%'>", true),
            ("<img src=a.gif class=lazy>", false),
            ("<img src=a.gif id=hero>", false),
            ("<img src=a.gif data-echo=dog.jpg>", false),
            ("<picture><source srcset=dog.webp><img src=a.gif></picture>", false),
            ("<figure><img src=a.gif><figcaption>A dog</figcaption></figure>", false),
            ("<a href=b.html><img src=a.gif></a>", false),
        ]
    )
    func pixelFiles(html: String, isPixel: Bool) throws {
        for name in ["pixel.gif", "clear.gif", "clear.png"] {
            let image = try SiteImage.file(ImageFixtures.bytes(name))
            #expect((try Self.verdict(on: html, image: image)?.findingClass == .pixel) == isPixel, "\(name)")
        }
    }

    @Test("A file with a single visible pixel in it is not transparent", arguments: ["dot.gif", "dot.png"])
    func visibleDot(name: String) throws {
        let image = try SiteImage.file(ImageFixtures.bytes(name))
        #expect(try Self.verdict(on: "<img src=a>", image: image)?.findingClass != .pixel)
    }

    @Test(
        "images that cannot be described",
        arguments: [
            (SiteImage?.none, FindingClass.unresolvable), (.missing, .unresolvable),
            (.file(Array("BM is no image".utf8)), .unresolvable),
            (.file(Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)), .unsupportedFormat),
            (.file(Array("<svg xmlns='http://www.w3.org/2000/svg'><title>A red kite</title></svg>".utf8)), .content),
        ]
    )
    func problems(image: SiteImage?, findingClass: FindingClass) throws {
        try check(Case("<img src=a>", findingClass, .content), image: image)
    }

    @Test("What an image links to matters more than whether it can be described")
    func linkedProblem() throws {
        try check(Case("<a href=b.html><img src=a></a>", .functionalAlone, .functionalAlone), image: .missing)
    }

    @Test(
        "languages (T9)",
        arguments: [
            ("<html lang=en-GB><img src=a.png>", FindingClass.content),
            ("<html lang=EN><img src=a.png>", .content),
            ("<html lang=en_US><img src=a.png>", .content),
            ("<html><img src=a.png>", .content),
            ("<html lang=''><img src=a.png>", .content),
            ("<html lang=de><img src=a.png>", .languageMismatch),
            ("<html xml:lang=de><img src=a.png>", .languageMismatch),
            ("<html lang=de><div lang=en><img src=a.png></div>", .content),
            ("<html lang=de><div lang=''><img src=a.png></div>", .content),
            ("<html lang=en><img lang=fr src=a.png>", .languageMismatch),
            ("<html lang=de><figure><img src=a.png><figcaption>Hund</figcaption></figure>", .languageMismatch),
            ("<html lang=eng><img src=a.png>", .languageMismatch),
        ]
    )
    func languages(html: String, findingClass: FindingClass) throws {
        #expect(try Self.verdict(on: html)?.findingClass == findingClass)
    }

    @Test(
        "A text in the file helps only a page in its language",
        arguments: [
            ("de", FindingClass.content), ("de-AT", .content), ("fr", .languageMismatch), ("en", .content),
            ("", .content),
        ]
    )
    func embeddedLanguages(language: String, findingClass: FindingClass) throws {
        let image = SiteImage.file(SmallSite.picture(alts: ["de": "Ein Drachen"]))
        #expect(
            try Self.verdict(on: "<html lang='\(language)'><img src=a>", image: image)?.findingClass == findingClass
        )
    }

    @Test("A drawing with a title in another language is one that nobody can describe")
    func foreignTitle() throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg'><title xml:lang='de'>Ein Drachen</title></svg>"
        let image = SiteImage.file(Array(svg.utf8))
        #expect(try Self.verdict(on: "<html lang=en><img src=a>", image: image)?.findingClass == .unsupportedFormat)
        #expect(try Self.verdict(on: "<html lang=de><img src=a>", image: image)?.findingClass == .content)
    }

    @Test(
        "input images and areas (D11)",
        arguments: [
            Case("<input type=image src=a.png>", .inputImage),
            Case("<input type=IMAGE src=a.png alt=''>", .inputImage),
            Case("<input type=image src=a.png alt=' '>", .inputImage),
            Case("<input type=image src=a.png alt=Search>", nil),
            Case("<input type=image src=a.png title=Search>", nil),
            Case("<input type=image src=a.png aria-label=Search>", nil),
            Case("<div hidden><input type=image src=a.png></div>", nil),
            Case("<template><input type=image src=a.png></template>", nil),
            Case("<map><area href=b.html></map>", .area),
            Case("<map><area href=b.html alt=''></map>", .area),
            Case("<map><area href=''></map>", .area),
            Case("<map><area href=b.html alt=North></map>", nil),
            Case("<map><area href=b.html title=North></map>", nil),
            Case("<map><area alt=''></map>", nil),
            Case("<map><area></map>", nil),
            Case("<map hidden><area href=b.html></map>", nil),
        ]
    )
    func otherElements(_ test: Case) throws { try check(test) }

    @Test("An input of another type is no image")
    func textInput() throws {
        #expect(try ImageScanner().scan(Array("<input type=text><input>".utf8)).images.isEmpty)
    }

    @Test(
        "suspicious alts (T1, T2, T3, D13)",
        arguments: [
            Case("<img src=img/dog_1.png alt='dog_1.png'>", .suspiciousAlt),
            Case("<img src=a.png alt=image>", .suspiciousAlt),
            Case("<img src=a.png alt='Photo of a dog'>", .suspiciousAlt),
            Case("<a href=b.html><img src=a.png alt=logo></a>", .suspiciousAlt),
            Case("<img src=a.png alt='' title='A dog'>", .suspiciousAlt),
            Case("<img src=a.png alt='' title=' '>", nil),
            Case("<img src=a.png alt='' title='A dog' role=none>", .suspiciousAlt),
            Case("<div aria-hidden=true><img src=a.png alt='' title='A dog'></div>", nil),
            Case("<img src=a.png alt='' aria-label='A dog'>", .suspiciousAlt),
            Case("<img src=a.png alt='' aria-labelledby=l><p id=l>A dog", .suspiciousAlt),
            Case("<img src=a.png alt='' aria-labelledby=l>", nil),
            Case("<img src=a.png alt='' tabindex=0>", .suspiciousAlt),
            Case("<img src=a.png alt='' aria-live=polite>", .suspiciousAlt),
            Case("<img src=a.png alt='' aria-hidden=true tabindex=0>", nil),
            // F89: nothing else names the link.
            Case("<a href=b.html><img src=a.png alt=''></a>", .suspiciousAlt),
            Case("<a href=b.html title=Home><img src=a.png alt=''></a>", nil),
            Case("<a href=b.html><img src=a.png alt=''> Home</a>", nil),
            Case("<a href=b.html><img it src=a.png alt=''><img src=b.png alt=Home></a>", nil),
            Case("<a href=b.html><img src=b.png><img it src=a.png alt=''></a>", nil),
            Case("<a href=big.jpg><img src=a.png alt=''></a>", nil),
            // Nobody hears an alt beside a name, or one that the role takes away.
            Case("<img src=a.png alt=photo aria-label='A dog'>", nil),
            Case("<img src=a.png alt=photo role=none>", nil),
            // The name of a file is the right name for a link that saves it.
            Case("<a href=img/dog_1.png download><img src=img/dog_1.png alt=dog_1.png></a>", nil),
            Case("<a href=img/dog_1.png><img src=img/dog_1.png alt=dog_1.png></a>", .suspiciousAlt),
            Case("<input type=image src=go.png alt=go.png>", .suspiciousAlt),
            Case("<map><area href=b.html alt=image></map>", .suspiciousAlt),
            Case("<img src=a.png alt='A dog' title='A dog'>", nil),
        ]
    )
    func suspicious(_ test: Case) throws { try check(test) }
}

@Suite("What a verdict says")
struct VerdictTests {
    private func verdict(on html: String, image: SiteImage? = .picture) throws -> Classifier.Verdict {
        try #require(try ClassifierTests.verdict(on: html, image: image))
    }

    @Test(
        "names what stands in the page, and what to do",
        arguments: [
            (
                "<a href=b.html aria-label=Home><img src=a.png></a>",
                "The link is named \"Home\", and the image, which is all that it holds, has no alt.", "the same words"
            ),
            (
                "<button><img src=a.png></button>",
                "The image is all that the button holds, so its alt has to say what the button does.",
                "such as \"Search\""
            ),
            ("<a href=b.html><img src=a.png> Home</a>", "The link says \"Home\" beside the image.", nil),
            (
                "<img src=a.png generator-unable-to-provide-required-alt>",
                "The image has no text alternative: the program that made the page could provide none.", nil
            ),
            (
                "<a href=b.html><img src=a.png role=none></a>",
                "Its role says that the image is decoration, but it is all that the link holds, which has no name then.",
                "Remove the role"
            ),
            (
                "<img src=a.png alt='' tabindex=0>",
                "The alt is empty, as a decoration's, but its tabindex makes browsers announce the image.",
                "Remove the tabindex"
            ),
            (
                "<a href=b.html><img src=a.png alt=' '></a>",
                "The alt is white space: neither a text nor the empty alt of a decoration.",
                "Write an alt that names what the link does."
            ),
            (
                "<img src=a.png alt=' ' tabindex=0>",
                "The alt is white space: neither a text nor the empty alt of a decoration.", "Remove the tabindex"
            ),
            (
                "<a href=b.html title=Home><img src=a.png alt=' '></a>",
                "The alt is white space: neither a text nor the empty alt of a decoration.", nil
            ),
            (
                "<img src=a.png role=none aria-label=Dog>",
                "Its role says that the image is decoration, but its aria-label names it, and is what counts.",
                "Remove one of the two."
            ),
        ] as [(String, String, String?)])
    func words(html: String, reason: String, nextStep: String?) throws {
        let verdict = try verdict(on: html)
        #expect(verdict.reason == reason)
        if let nextStep {
            #expect(verdict.nextStep?.contains(nextStep) == true)
        } else {
            #expect(verdict.nextStep == nil)
        }
    }

    @Test(
        "shows the beginning of a text, on one line",
        arguments: [
            ("Figure 7.1", "Figure 7.1"), ("\n Figure\t 7.1\u{A0}\r\n", "Figure 7.1"), ("", ""),
            (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
            (String(repeating: "a", count: 61), String(repeating: "a", count: 59) + "…"),
            ("a" + String(repeating: " ", count: 1_000) + "b", "a…"),
        ])
    func excerpts(text: String, excerpt: String) {
        #expect(text.excerpt == excerpt)
    }

    @Test(
        "says so where a picture shows other images on some screens (D9)",
        arguments: [
            ("<picture><source srcset=wide.png media='(width > 600px)'><img src=a.png></picture>", true),
            ("<picture><source srcset=a.webp type=image/webp><img src=a.png></picture>", false),
            ("<picture><source srcset=a.webp media=''><img src=a.png></picture>", false),
            (
                "<figure><picture><source srcset=wide.png media=print><img src=a.png></picture><figcaption>Dog</figcaption>",
                true
            ),
        ])
    func pictures(html: String, isSaid: Bool) throws {
        #expect((try verdict(on: html).nextStep?.contains("every image of the picture") == true) == isSaid)
    }
}

extension SiteImage {
    /// A PNG of 3 by 2 pixels.
    static let picture = file(SmallSite.picture())

    /// An image on another site, of which no more than its URL is known.
    static let unseen = SiteImage(
        name: "https://example.com/a", key: "url:https://example.com/a", publicURL: "https://example.com/a", file: nil,
        data: [], header: nil, embedded: .none, problem: nil)

    /// An image whose source leads nowhere.
    static let missing = SiteImage(
        name: "x",
        key: nil,
        publicURL: nil,
        file: nil,
        data: [],
        header: nil,
        embedded: .none,
        problem: .unresolvable(.noSuchFile("x"))
    )

    /// An image with this content.
    static func file(_ bytes: [UInt8]) -> SiteImage {
        let inspection = ImageFile.inspect(bytes)
        let problem: Problem? =
            inspection.header.map { header in
                header.format.isAcceptedByCaptioner ? nil : .unsupportedFormat(header.format.name)
            } ?? .notAnImage
        return SiteImage(
            name: "img/dog_1.png",
            key: "sha256:0",
            publicURL: nil,
            file: nil,
            data: bytes,
            header: inspection.header,
            embedded: inspection.embedded,
            problem: problem
        )
    }
}
