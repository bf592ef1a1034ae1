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
            "<picture><source srcset=a type=t><source media=x><source srcset=b><img><source srcset=c></picture><source srcset=d><img>"
        let sources = try images(page).map(\.surroundings.pictureSources)
        #expect(sources == [[.init(srcset: "a", type: "t"), .init(srcset: "b", type: nil)], []])
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
            ("<p style='color:red; DISPLAY : none !important'><img>", "style=\"display:none!important\" on <p>"),
            ("<section hidden><p aria-hidden=true><img>", "hidden on <section>"),
            ("<x-y hidden><img>", "hidden on <element>"),
            ("<div hidden></div><img>", nil), ("<svg aria-hidden=true><desc><img>", "aria-hidden=\"true\" on <svg>"),
            ("<p hidden><div><img>", nil), ("<b hidden><p><img>", "hidden on <b>"),
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
}
