// SPDX-License-Identifier: Apache-2.0

@testable import HTMLScan
import Testing

/// Pages that a walk down the open elements for each tag would take minutes for. Sizes are such that linear work takes
/// a moment in a debug build.
@Suite("Large and deep pages")
struct LargePageTests {
    @Test(
        "are read in time in proportion to their size",
        arguments: [
            ("<div>", "</p>", "<img>"), ("<div>", "</span>", "<img>"), ("<foo>", "</bar>", "<img>"),
            ("<svg>", "</foo>", "<img>"),
            ("<span>", "</span>", "<img>"), ("<span>", "<li>x</li>", "<img>"), ("<li><ul><span>", "</li>", "<img>"),
            ("<span>", "<dd>x", "<img>"), ("<p><button><div>", "<p></p>", "<img>"),
            ("<div>", "<table></table>", "<img>"),
            ("<b>x", "</b>", "<img>"), ("<a href=x>x", "</a>", "<img>"), ("<a><div>", "</a>", "<img>"),
            ("<table>", "</table>", "<img>"),
            ("<template>", "</template>", "<img>"), ("<figure>", "<img>", ""), ("<div><img>", "</div>", ""),
            ("<html lang=a>", "<body>", "<img>"),
        ]
    )
    func deepPages(opening: String, closing: String, end: String) throws {
        let page = String(repeating: opening, count: 5_000) + String(repeating: closing, count: 5_000) + end
        let scan = try ImageScanner().scan(Array(page.utf8))
        #expect(!scan.images.isEmpty)
    }

    @Test("keep an image behind much text, a long attribute and many comments")
    func longPages() throws {
        let text = String(repeating: "text ", count: 100_000)
        let comments = String(repeating: "<!-- x -->", count: 10_000)
        let page = try ImageScanner().scan(Array("\(text)<p title='\(text)'>\(comments)<img src=a>".utf8))
        #expect(page.images.map { $0["src"] } == ["a"])
        #expect(page.images.first?.position.column == 1_100_013)
    }

    @Test("have small nodes, of which a page of 200 MB can have 50 million")
    func nodeSize() {
        #expect(MemoryLayout<Node>.stride == 44)
    }

    /// To read each tag to its end, or what is around the images anew for each token, would take minutes.
    @Test(
        "are searched for images in time in proportion to their size",
        arguments: [
            String(repeating: "<img ", count: 400_000), String(repeating: "<input ", count: 400_000),
            "<p>" + String(repeating: "<img alt=x a=\"", count: 100_000) + "\">",
            "<div " + String(repeating: "a ", count: 100_000) + "><figure><img alt='' src=x>"
                + String(repeating: "<br>", count: 20_000),
        ]
    )
    func search(page: String) throws {
        let page = Array(page.utf8)
        let part = try ImageScanner().scan(page) { element, _ in element["alt"] == nil ? .surroundings : .element }
        #expect(part.images.count == (try ImageScanner().scan(page)).images.count)
    }

    @Test("with formatting that multiplies are refused by name")
    func multiplyingFormatting() {
        let page = Array((0..<400).map { "<p><b id=\($0)>" }.joined().utf8)
        #expect(throws: ScanError.tooManyElements(limit: page.count + 50_000)) {
            try TreeBuilder.document(of: page, projection: page, from: 0, nodeAllowance: 50_000)
        }
    }

    @Test("with links in links are refused by name where their texts grow with the square of the page")
    func nestedControls() throws {
        let page = Array(String(repeating: "<div role=link>text", count: 100).utf8)
        let document = try TreeBuilder.document(of: page, projection: page, from: 0)
        let texts = TextCollector(document: document, page: try PageText(of: page, in: .utf8))
        var meter = WorkMeter(pageLength: page.count, allowance: -31 * page.count)
        #expect(throws: ScanError.tooEntangled(limit: page.count)) {
            for element in document.descendants(of: try #require(document.root)) {
                _ = try texts.text(of: element, meter: &meter)
            }
        }
    }

    @Test("with more attributes in a tag than libxml2 reads in time are refused by name")
    func manyAttributes() throws {
        let attributes = (0..<10_000).map { " a\($0)" }.joined()
        #expect(try ImageScanner().scan(Array("<img\(attributes)>".utf8)).images.first?.attributes.count == 10_000)
        #expect(throws: ScanError.tooManyAttributes(offset: 3, limit: 10_000)) {
            try ImageScanner().scan(Array("<p><img\(attributes) b>".utf8))
        }
    }
}
