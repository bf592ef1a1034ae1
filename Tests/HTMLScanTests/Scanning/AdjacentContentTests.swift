// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

@Suite("What stands directly beside an image")
struct AdjacentContentTests {
    private func surroundings(_ html: String) throws -> Surroundings {
        let images = try ImageScanner().scan(Array(html.utf8)).images
        return try #require(images.first { $0["it"] != nil } ?? images.last).surroundings
    }

    @Test(
        "Short texts, a link or block as a whole, or a line up to the next link, block, image or break",
        arguments: [
            ("<p>One <b>two</b> <img it> three &amp; four<br>five</p>", ["One two", "three & four"]),
            ("<p>One</p><p><img it></p><p>Two</p>", ["One", "Two"]),
            (
                "<h2>One</h2><div><a href=x><img it></a></div> \n <div><p>Two</p><p>Three</p></div>",
                ["One", "Two Three"]
            ),
            ("<a href=x><img it></a> <a href=x>One</a> | <a href=y>Two</a>", ["One"]),
            ("<img it><br><br>One<hr>Two", ["One"]), ("One<br><img it>", ["One"]),
            ("<img it><a name=x></a><script>x</script><!-- y --><span></span>One", ["One"]),
            ("<table><tr><td>One<td><img it><th>Two</table>", ["One", "Two"]),
            ("<picture><source srcset=x><img it></picture> One", ["One"]),
        ] as [(String, [String])]
    )
    func texts(html: String, texts: [String]) throws {
        #expect(try surroundings(html).adjacentTexts == texts)
    }

    @Test(
        "Nothing beyond another image, or the region that the image is in, and no long text",
        arguments: [
            "<img it>", "One<img>\n<img it><img>Two", "<ul><li>One<li><img it><li>Two</ul>",
            "<table><tr><td>One<tr><td><img it></table>Two", "<p>One</p><figure><img it></figure><p>Two</p>",
            "<p>One</p><section><img it></section>Two", "<img it><p>\(String(repeating: "word ", count: 300))</p>",
            "<p>\(String(repeating: "<b>x</b>", count: 200))</p><img it>",
            "<img it>\(String(repeating: "word ", count: 300))",
            "<p>One</p><ul><li>a</ul><img it><pre>Two</pre>",
        ]
    )
    func noTexts(html: String) throws {
        #expect(try surroundings(html).adjacentTexts == [])
    }

    @Test(
        "An image comes directly behind another",
        arguments: [
            "<img alt=x><img it>", "<img alt=x>\n<br><wbr><!-- y --> <img it>",
            "<b><img alt=x></b><i><span><img it></span></i>",
            "<a href=x><img alt=x></a> <a href=x><img it></a>", "<a href=x><img alt=x><img it></a>",
            "<picture><source srcset=x><img alt=x></picture><picture><source srcset=x><img it></picture>",
            "<img hidden><img alt=x><img it>",
        ]
    )
    func preceding(html: String) throws {
        #expect(try surroundings(html).precedingImage?.alt == "x")
    }

    @Test(
        "An image comes behind another with something between them",
        arguments: [
            "<img alt=x>, <img it>", "<p><img alt=x></p><img it>", "<td><img alt=x></td><p><img it>",
            "<img it><img alt=x>",
            "<table><tr><td><img alt=x><td><img it></table>", "<a href=x><img alt=x></a><a href=y><img it></a>",
            "<img alt=x hidden><img it>", "<img alt=x><hr><img it>", "<img alt=x><noscript><img it></noscript>",
            "<img alt=x><input type=image><img it>", "<img it>",
        ]
    )
    func notPreceding(html: String) throws {
        #expect(try surroundings(html).precedingImage == nil)
    }

    @Test("The image in front is known by its offset")
    func offset() throws {
        #expect(try surroundings("\u{FEFF}é<img alt=x><img it>").precedingImage?.offset == 5)
    }
}
