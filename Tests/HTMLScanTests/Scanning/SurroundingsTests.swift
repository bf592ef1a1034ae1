// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("What is around an image")
struct SurroundingsTests {
    private func images(_ page: String) throws -> [ImageElement] {
        try ImageScanner().scan(Array(page.utf8)).images
    }

    private func first(_ page: String) throws -> Surroundings {
        try #require(try images(page).first).surroundings
    }

    @Test(
        "is the link that a browser has it in",
        arguments: [
            ("<a href=u><img></a>", "u"), ("<a><img></a>", nil), ("<a href=u></a><img>", nil),
            ("<a href=u><div><p><img></div></a>", "u"),
            // HTML 4 would close the link before the table; a browser keeps it.
            ("<a href=u><table><tr><td><img></table></a>", "u"),
            ("<table><a href=u><tr><td></td></tr><img></table>", "u"),
            // A link that is left open goes on in the next block, and another link ends it.
            ("<p><a href=u>x<p><img>", "u"), ("<a href=u>x<a href=v><img></a>", "v"), ("<a href=u><p>x</a><img>", nil),
            ("<p><a href=u><b>x</p><p><img>", "u"), ("<a href=u><div>x</a><img></div>", nil),
            ("<b><a href=u><i>x</b><img>", "u"),
            ("<a href=u><svg><a><image/></a><img></svg></a>", "u"), ("<a href='?a&amp;b'><img></a>", "?a&b"),
            ("<a href><img></a>", ""),
        ]
    )
    func link(page: String, href: String?) throws {
        #expect(try first(page).control?.href == href)
    }

    @Test("is the nearest control, with what it says")
    func controls() throws {
        let link = try #require(
            try first("<a href=u title=' t '>a&amp;b <img alt='c  d'>\0<i>e</i>f<br>g<script>x</script></a>").control
        )
        #expect(link.kind == .link)
        #expect(link.text == "a&b c d ef g")
        #expect(link.ownName == "t")
        let button = try #require(try first("<a href=u><button aria-label=n title=t>x<img></button></a>").control)
        #expect(button.kind == .button)
        #expect(button.href == nil)
        #expect(button.ownName == "n")
        #expect(try first("<div role=link><img></div>").control?.kind == .link)
        #expect(try first("<span role=BUTTON><img></span>").control?.kind == .button)
        #expect(try first("<a role=button href=u><img></a>").control?.kind == .link)
        #expect(try first("<button></button><img>").control == nil)
    }

    @Test(
        "is a control by its role, which an image can have as well",
        arguments: [
            ("<summary><img></summary>", Surroundings.Control.Kind.button), ("<li role=menuitem><img></li>", .button),
            ("<div role=' Tab x'><img></div>", .button), ("<img role=button>", .button), ("<img role=link>", .link),
            ("<a role=button><img></a>", .button), ("<div role=row><img></div>", nil), ("<img role=img>", nil),
            ("<svg><a href=u><desc><img></desc></a></svg>", nil),
        ])
    func roles(page: String, kind: Surroundings.Control.Kind?) throws {
        #expect(try first(page).control?.kind == kind)
    }

    @Test(
        "is a control with the name that assistive technology tells",
        arguments: [
            ("<a href=u><img><b hidden>x</b></a>", ""), ("<a href=u><img><b aria-hidden=true>x</b></a>", ""),
            ("<a href=u><img><b style='display:none'>x<i>y</i></b>z</a>", "z"),
            ("<a href=u><img><b class=sr-only>x</b></a>", "x"),
            ("<a href=u><img><i aria-label=' Home '>x</i></a>", "Home"),
            ("<a href=u><img alt=x title=y><img title=z><img alt=q hidden></a>", "x z"),
            ("<a href=u><img><svg><title>x</title></svg></a>", "x"),
            ("<button><img><template>x</template><script>y</script></button>", ""),
            ("<div role=button><img><b hidden>x</b></div>", ""), ("<a href=u>a<img>b</a>", "ab"),
        ])
    func contents(page: String, text: String) throws {
        #expect(try first(page).control?.text == text)
    }

    @Test("is a control with the name that it has itself, labels first")
    func ownNames() throws {
        let page = "<a href=u aria-labelledby=l aria-label=n title=t><img></a><p id=l>L"
        #expect(try first(page).control?.ownName == "L")
        #expect(try first("<a href=u aria-labelledby=l aria-label=n title=t><img></a>").control?.ownName == "n")
        #expect(try first("<a href=u download><img></a>").control?.download == "")
        #expect(try first("<a href=u download=a.zip><img></a>").control?.download == "a.zip")
        #expect(try first("<a href=u><img></a>").control?.download == nil)
    }

    @Test(
        "is a link to a part of the page, with its heading",
        arguments: [
            ("<a href=#p><img></a><h2 id=p>A <i>part</i></h2>", "A part"),
            ("<a href=' #p '><img></a><section id=p><p>x<h3>Part</h3><h3>Other</h3></section>", "Part"),
            ("<h2><a name=p></a>Part</h2><a href='#p'><img></a>", "Part"),
            ("<a href=#p><img></a><p id=p>x</p><h2>Later</h2>", nil), ("<a href=#q><img></a><h2 id=p>Part</h2>", nil),
            ("<a href=#><img></a><h2 id=''>Part</h2>", nil), ("<a href=b#p><img></a><h2 id=p>Part</h2>", nil),
            ("<base href=x><a href=#p><img></a><h2 id=p>Part</h2>", nil),
            ("<a href=#p><img></a><template><h2 id=p>Part</h2></template>", nil),
            ("<a name=p></a><a href=#p><img></a><h2 id=p>Part</h2>", "Part"),
            ("<a href=#p><img src=salt.png></a><h2 id=p>Part</h2>", "Part"),
            ("<a href='&#35;p'><img></a><h2 id=p>Part</h2>", "Part"),
            ("<span role=link href=#p><img></span><h2 id=p>Part</h2>", "Part"),
        ])
    func parts(page: String, heading: String?) throws {
        #expect(try first(page).control?.targetHeading == heading)
    }

    @Test("tells which images wait for a text in one control")
    func sharedControls() throws {
        func follows(_ page: String) throws -> [Bool] { try images(page).map(\.surroundings.followsImageInControl) }
        #expect(try follows("<a href=u><img><img></a><img>") == [false, true, false])
        // One that is marked as decoration bears no name.
        #expect(try follows("<a href=u><img alt=''><img></a>") == [false, false])
        #expect(try follows("<a href=u><img hidden><img></a>") == [false, false])
        #expect(try follows("<a href=u><img><noscript><img></noscript></a>") == [false, false])
    }

    @Test("of images in a thousand nested controls is told in time")
    func nestedControls() throws {
        let page = String(repeating: "<object><a href=u><img>", count: 1000)
        #expect(try images(page).count == 1000)
    }

    @Test("of images that lead to parts deep in the page is told in time")
    func deepParts() throws {
        let links = (0..<1000).map { "<a href=#p\($0)><img></a>" }.joined()
        let parts = (0..<1000).map { "<div id=p\($0)>" }.joined()
        #expect(
            try images(links + parts + "<h2>Part</h2>").allSatisfy { $0.surroundings.control?.targetHeading == "Part" })
    }

    @Test("is the nearest figure with its own caption")
    func figures() throws {
        let outer = try images(
            "<figure><img><figure><img><img><figcaption>in</figcaption></figure><figcaption>out</figcaption></figure><img>"
        )
        #expect(outer.map { $0.surroundings.figure?.caption } == ["out", "in", "in", nil])
        #expect(outer.map { $0.surroundings.figure?.imageCount } == [3, 2, 2, nil])
        #expect(try first("<p>x<figure><img></figure>").figure?.caption == "")
        #expect(
            try first("<figure><div><img></div><figcaption> </figcaption><figcaption>a<b>b</b>&copy;</figcaption>")
                .figure?.caption == "ab©"
        )
    }

    @Test("is the sources before it in its picture")
    func pictures() throws {
        let page =
            "<picture><source srcset=a type=t><source media=x><source srcset=b media='(width > 9px)'><img><source srcset=c></picture><source srcset=d><img>"
        let sources = try images(page).map(\.surroundings.pictureSources)
        #expect(
            sources == [[.init(srcset: "a", type: "t"), .init(srcset: "b", type: nil, media: "(width > 9px)")], []])
        #expect(try first("<picture><source srcset=a><p><img></picture>").pictureSources == [])
    }

    @Test("tells scripts' and templates' stand-ins")
    func inertContent() throws {
        #expect(try first("<body><noscript><img></noscript>").isInNoscript)
        #expect(try !first("<noscript></noscript><img>").isInNoscript)
        // In the head, a noscript ends where content begins.
        #expect(try !first("<head><noscript><img></noscript>").isInNoscript)
        let templates = try images(
            "<template><div><img></div></template><img><table><template><tr><td><img></template></table>"
        )
        #expect(templates.map(\.surroundings.isInTemplate) == [true, false, true])
    }

    @Test(
        "is in the nearest language",
        arguments: [
            ("<html lang=de><img>", "de"), ("<html lang=de><p lang=fr><img>", "fr"),
            ("<html lang=de><img lang=fr>", "fr"), ("<img>", nil),
            ("<html lang=de><p lang=''><img>", ""), ("<html xml:lang=de><img>", "de"), ("<p lang=' de '><img>", "de"),
            // The attributes of a second tag count where the first has none of that name; so do those of `body`.
            ("<p><html lang=de><img>", "de"), ("<html lang=fr><p><html lang=de><img>", "fr"),
            ("<p><body lang=de><img>", "de"),
            ("<img><html LANG=de>", "de"), ("<template><html lang=de><img></template>", nil),
            ("<p lang=de></p><img>", nil),
            ("<b lang=de>x<p>y</b><img>", nil), ("<b lang=de><p>x<img></b>", "de"),
            // What a meta declares is for what no element declares (HTML: the pragma-set default language).
            ("<meta http-equiv=Content-Language content=' de-AT  fr'><img>", "de-AT"),
            ("<img><meta http-equiv=content-language content=de>", "de"),
            ("<meta http-equiv=content-language content=de><meta http-equiv=content-language content=fr><img>", "fr"),
            ("<meta http-equiv=content-language content=de><meta http-equiv=content-language content=' '><img>", "de"),
            ("<html lang=en><meta http-equiv=content-language content=de><img>", "en"),
            ("<html lang=''><meta http-equiv=content-language content=de><img>", ""),
            ("<meta http-equiv=content-language content='de, en'><img>", nil),
            ("<meta http-equiv=content-language><img>", nil), ("<meta name=content-language content=de><img>", nil),
            ("<template><meta http-equiv=content-language content=de></template><img>", nil),
        ]
    )
    func language(page: String, expected: String?) throws {
        #expect(try first(page).language == expected)
    }

    @Test(
        "tells what hides it",
        arguments: [
            ("<div aria-hidden=TRUE><img></div>", "aria-hidden=\"true\" on <div>"), ("<img hidden>", "hidden on <img>"),
            ("<div aria-hidden=false><img></div>", nil),
            ("<p style='color:red; DISPLAY : none !important'><img>", "style=\"display:none\" on <p>"),
            ("<section hidden><p aria-hidden=true><img>", "hidden on <section>"),
            ("<x-y hidden><img>", "hidden on <element>"),
            ("<div hidden></div><img>", nil), ("<svg aria-hidden=true><desc><img>", "aria-hidden=\"true\" on <svg>"),
            ("<p hidden><div><img>", nil), ("<b hidden><p><img>", "hidden on <b>"),
            // Of declarations the last counts, but for important ones.
            ("<p style='display:none;display:block'><img>", nil),
            ("<p style='display:none!important;display:block'><img>", "style=\"display:none\" on <p>"),
            ("<p style='/* display:none; */ color:red'><img>", nil),
            ("<p style='color:red;/* display:none'><img>", nil), ("<p style='display:nonesuch'><img>", nil),
            // What is invisible can hold what is visible; what is not displayed cannot.
            ("<p style='visibility:hidden'><b><img>", "style=\"visibility:hidden\" on <p>"),
            ("<p style='visibility:hidden'><b style='visibility:visible'><img>", nil),
            ("<p style='visibility:collapse'><img>", "style=\"visibility:collapse\" on <p>"),
            (
                "<p style='display:none'><b style='display:block;visibility:visible'><img>",
                "style=\"display:none\" on <p>"
            ),
            ("<p style='content-visibility:hidden'><img>", "style=\"content-visibility:hidden\" on <p>"),
            ("<p inert><img>", "inert on <p>"),
            // A style outweighs the attribute, which is no more than the browser's own style.
            ("<p hidden style='display:block'><img>", nil), ("<p hidden style='color:red'><img>", "hidden on <p>"),
            // What a reader can bring up without a script is there.
            ("<p hidden=until-found><img>", nil), ("<p hidden=''><img>", "hidden on <p>"),
            ("<details><img></details>", nil), ("<dialog><img></dialog>", nil), ("<div popover><img></div>", nil),
            // The parts of what is one picture to assistive technology are not heard.
            ("<div role=img aria-label='4 of 5 stars'><img></div>", "a named role=\"img\" on <div>"),
            ("<div role=img><img></div>", nil), ("<div role=img aria-label=' '><img></div>", nil),
            ("<img role=img aria-label=x>", nil),
        ]
    )
    func hidden(page: String, evidence: String?) throws {
        #expect(try first(page).hidingEvidence == evidence)
    }

    @Test("is ignored where its author says so")
    func ignored() throws {
        #expect(try first("<div data-alttext-ignore><p><img>").isIgnored)
        #expect(try first("<img data-alttext-ignore=''>").isIgnored)
        #expect(try !first("<div data-alttext-ignore></div><img>").isIgnored)
    }

    @Test("is the text that its labels have")
    func labels() throws {
        #expect(
            try first("<img aria-labelledby=' b  a x'><p id=a>A<b> a</b></p><p id=b>B</p><p id=a>C</p>").labelText
                == "B A a"
        )
        #expect(try first("<img aria-labelledby=x>").labelText == nil)
        #expect(try first("<img aria-labelledby=a><template><p id=a>in</template><p id=a>out").labelText == "out")
        #expect(try first("<img ARIA-LABELLEDBY='&#97;'><p id=a>A").labelText == "A")
        // A label can be hidden, an image, or have a label of its own.
        #expect(try first("<img aria-labelledby=a><p id=a hidden>A").labelText == "A")
        #expect(try first("<img aria-labelledby=a><p id=a><img alt=A>").labelText == "A")
        #expect(try first("<img aria-labelledby='a b' id=a aria-label=A><b id=b>B").labelText == "A B")
        #expect(try first("<img aria-labelledby=a><img id=a alt=A>").labelText == "A")
    }

    @Test("comes with the page's base, title and first heading")
    func page() throws {
        let page = try ImageScanner().scan(
            Array(
                """
                <svg><title>svg</title></svg><template><base href=t><title>t</title><h1>t</h1></template><base><base href='&#47;b'><base href=c>
                <title> a\n&lt;b&gt; <i></title><title>c</title><h1>d<img alt=no> e<br>f</h1><h1>g</h1>
                """.utf8
            )
        )
        #expect(page.baseHref == "/b")
        #expect(page.title == "a <b> <i>")
        #expect(page.heading == "d e f")
        #expect(try ImageScanner().scan(Array("<p>".utf8)).title == nil)
    }

    @Test(
        "comes with the page that it sends a browser on to",
        arguments: [
            ("<meta http-equiv=refresh content='0; url=b.html'>", "b.html"),
            ("<META HTTP-EQUIV=Refresh CONTENT=\"0;URL='b.html?x=1&amp;y=2'\">", "b.html?x=1&y=2"),
            ("<meta http-equiv=refresh content='5,b.html'>", "b.html"),
            ("<meta http-equiv=refresh content='0.5 url = \"b.html\" x'>", "b.html"),
            ("<meta http-equiv=refresh content='60; url=b.html'>", nil), ("<meta http-equiv=refresh content=5>", nil),
            ("<meta http-equiv=refresh content='0; url='>", nil), ("<meta http-equiv=refresh>", nil),
            ("<meta name=refresh content='0; url=b.html'>", nil), ("<meta http-equiv=refresh content='x; url=b'>", nil),
            ("<meta http-equiv=refresh content='; url=b'>", nil), ("<meta http-equiv=refresh content='0;url'>", "url"),
            ("<meta http-equiv=refresh content='0 b.html'>", "b.html"),
            ("<meta http-equiv=refresh content='.5;b'>", "b"),
            ("<meta http-equiv=refresh content='999999999999999999999;b'>", nil),
            ("<template><meta http-equiv=refresh content='0; url=b.html'></template>", nil),
            ("<meta http-equiv=refresh content=9><meta http-equiv=refresh content='0; url=c'>", "c"),
        ])
    func refresh(page: String, href: String?) throws {
        #expect(try ImageScanner().scan(Array(page.utf8)).refreshHref == href)
    }
}
