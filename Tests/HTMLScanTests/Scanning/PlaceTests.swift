// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import PageTestSupport
import Testing

/// What holds of the places of images in any page, whatever is in it.
@Suite("Places of images")
struct PlaceTests {
    @Test("are those of their tags", arguments: SamplePages.all)
    func places(pages: SamplePages) throws {
        for page in try pages.pages() { try check(page) }
    }

    @Test(
        "are those of their tags in real sites",
        .enabled(if: SamplePages.hasRealSites, "They are too many for the repository: see SamplePages.hasRealSites.")
    )
    func realSites() throws {
        for page in try SamplePages.realSites.pages() { try check(page) }
    }

    /// The scan itself holds what libxml2 reports of each tag against what the tokenizer cut out, and throws where they differ.
    private func check(_ page: SamplePage) throws {
        let scanned = try ImageScanner().scan(page.bytes)
        let encoding = scanned.encoding
        for image in scanned.images {
            let tag = page.bytes[image.tag]
            #expect(tag.starts(with: encoding.encode("<")), "\(page.name)")
            #expect(tag.suffix(encoding.encode(">").count).elementsEqual(encoding.encode(">")), "\(page.name)")
            let name = encoding.decode(page.bytes[image.tag.lowerBound..<image.insertionOffset]).lowercased()
            #expect(["<img", "<image", "<input", "<area"].contains(name), "\(page.name)")
            #expect(Set(image.attributes.map(\.name)).count == image.attributes.count, "\(page.name)")

            let end = image.tag.lowerBound + encoding.encode("<").count
            #expect(image.position == position(ofEndOf: encoding.decode(page.bytes[..<end])), "\(page.name)")
        }
        #expect(Set(scanned.images.map(\.tag)).count == scanned.images.count, "\(page.name)")
    }

    /// The place of the last character of a text, counted from the beginning of the page.
    private func position(ofEndOf text: String) -> ImageElement.Position {
        var (line, column) = (1, 1)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars.dropLast() {
            switch scalar {
            case "\n" where previous == "\r", "\u{FEFF}" where previous == nil: break
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
            previous = scalar
        }
        return ImageElement.Position(line: line, column: column)
    }
}
