// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

@Suite("The search for the tags that an audit looks for")
struct TagSearchTests {
    private static func hits(in page: [UInt8]) -> [Int] {
        var search = TagSearch(in: page)
        var hits: [Int] = []
        while let hit = search.next() { hits.append(hit) }
        return hits
    }

    @Test(
        "finds each wherever it stands",
        arguments: ["area", "base", "body", "figcaption", "frameset", "html", "image", "IMG", "Input", "meta"])
    func offsets(name: String) {
        let tag = Array("<\(name)>".utf8)
        for length in 0...300 {
            let page = Array(repeating: UInt8(ascii: "<"), count: length) + tag
            #expect(Self.hits(in: page) == [length])
            #expect(Self.hits(in: page + page) == [length, page.count + length])
        }
    }

    @Test("finds them side by side")
    func neighbours() {
        let page = Array(String(repeating: "<br><im", count: 200).utf8)
        // "<br" is no tag that is looked for, but begins with the letter of one.
        #expect(Self.hits(in: page) == (0..<200).flatMap { [7 * $0, 7 * $0 + 4] })
    }

    @Test(
        "passes over the rest", arguments: ["</img>", "<a href>", "<li>", "<span>", "<!--", "<h1>", "< img", "<", "<i"])
    func rest(text: String) {
        #expect(Self.hits(in: Array(String(repeating: text, count: 100).utf8)) == [])
    }
}
