// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import HTMLScan
import PageTestSupport
import Testing

/// What holds of any page, whatever is in it, once there is a text for each of its images.
@Suite("Rewriting any page")
struct RewritingPropertyTests {
    @Test("changes no byte where there are no edits", arguments: SamplePages.all)
    func noEdits(pages: SamplePages) throws {
        for page in try pages.pages() { #expect(try page.bytes.applying([]) == page.bytes, "\(page.name)") }
    }

    @Test("inserts attributes and changes nothing else", arguments: SamplePages.all)
    func insertions(pages: SamplePages) throws {
        let filled = try pages.pages().map(FilledPage.init)
        for page in filled { checkInsertions(page) }
        #expect(filled.reduce(0) { $0 + $1.edits.count } >= 25)
    }

    @Test(
        "gives each image its alt, and leaves every other attribute, every element and every text what it was",
        arguments: SamplePages.all
    )
    func tree(pages: SamplePages) throws {
        for page in try pages.pages() { try checkTree(FilledPage(page)) }
    }

    @Test(
        "is the same in real sites",
        .enabled(if: SamplePages.hasRealSites, "They are too many for the repository: see SamplePages.hasRealSites.")
    )
    func realSites() throws {
        for page in try SamplePages.realSites.pages() {
            let filled = try FilledPage(page)
            checkInsertions(filled)
            try checkTree(filled)
        }
    }

    private func checkInsertions(_ page: FilledPage) {
        var restored = page.rewritten
        // In the original's order: in front of each there is nothing inserted any more.
        for edit in page.edits.sorted(by: { $0.byteOffset < $1.byteOffset }) {
            restored.removeSubrange(edit.byteOffset..<edit.byteOffset + edit.insertion.count)
        }
        #expect(restored == page.original, "\(page.name)")

        // The same without asking the edits where they are: in the bytes, and in the text that they stand for.
        let encoding = page.scanned.encoding
        if encoding != .utf16LE, encoding != .utf16BE {
            let offsets = InsertedAttributes.offsets(in: page.original, of: page.rewritten)
            #expect(offsets?.count == page.edits.count, "\(page.name)")
        }
        let text = Array(encoding.decode(page.original).utf8)
        let offsets = InsertedAttributes.offsets(in: text, of: Array(encoding.decode(page.rewritten).utf8))
        #expect(offsets?.count == page.edits.count, "\(page.name)")
    }

    private func checkTree(_ page: FilledPage) throws {
        let tree = try PageTree(of: page.original)
        #expect(tree.isSame(as: try PageTree(of: page.rewritten), after: page.edits), "\(page.name)")

        let after = try ImageScanner().scan(page.rewritten)
        #expect(after.encoding == page.scanned.encoding, "\(page.name)")
        #expect(after.images.count == page.scanned.images.count, "\(page.name)")
        for (image, filled) in zip(page.scanned.images, after.images) {
            let alt = page.texts[image.tag.lowerBound].map { [Attribute(name: "alt", value: $0)] } ?? []
            #expect(filled.attributes == alt + image.attributes, "\(page.name)")
        }
        #expect(after.images.allSatisfy { $0.kind != .img || $0["alt"] != nil }, "\(page.name)")
    }
}
