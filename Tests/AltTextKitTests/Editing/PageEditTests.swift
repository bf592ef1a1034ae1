// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import PageTestSupport
import SystemPackage
import Testing

@Suite("Edits of a page")
struct PageEditTests {
    @Test("removing the insertions gives back the page", arguments: 0..<50)
    func reversible(seed: UInt64) throws {
        let marked = MarkedPage.generated(seed: seed)
        var result = try marked.page.applying(marked.edits)
        #expect(result.count == marked.page.count + marked.edits.reduce(0) { $0 + $1.insertion.count })
        for edit in marked.edits.reversed() {
            // Edits behind this one are removed already, those in front of it are not.
            let moved = marked.edits.filter { $0.byteOffset < edit.byteOffset }.reduce(0) { $0 + $1.insertion.count }
            let start = edit.byteOffset + moved
            #expect(Array(result[start..<start + edit.insertion.count]) == edit.insertion)
            result.removeSubrange(start..<start + edit.insertion.count)
        }
        #expect(result == marked.page)
    }

    @Test("the order in which edits are given does not matter", arguments: 0..<20)
    func order(seed: UInt64) throws {
        let marked = MarkedPage.generated(seed: seed)
        var generator = SeededGenerator(seed: seed)
        #expect(
            try marked.page.applying(marked.edits.shuffled(using: &generator)) == marked.page.applying(marked.edits)
        )
    }

    @Test("no edits give the same bytes")
    func none() throws {
        let page: [UInt8] = [0xFF, 0x00, 0x0D, 0x0A]
        #expect(try page.applying([]) == page)
    }

    @Test(
        "edits that cannot all be made are refused",
        arguments: [
            ([PageEdit(byteOffset: -1, insertion: [0x61])], PageEditError.outOfBounds(byteOffset: -1, byteCount: 3)),
            ([PageEdit(byteOffset: 3, insertion: [0x61])], .outOfBounds(byteOffset: 3, byteCount: 3)),
            (
                [PageEdit(byteOffset: 1, insertion: [0x61]), PageEdit(byteOffset: 1, insertion: [0x62])],
                .overlap(byteOffset: 1)
            ),
            ([PageEdit(byteOffset: 1, insertion: [0x61, 0x0A])], .lineFeed(byteOffset: 1)),
        ]
    )
    func refused(edits: [PageEdit], error: PageEditError) {
        let page = Array("abc".utf8)
        #expect(throws: error) { try page.applying(edits) }
        #expect(throws: error) {
            var diff: [UInt8] = []
            try UnifiedDiff.append(edits, of: page, at: "a.html", to: &diff)
        }
    }
}
