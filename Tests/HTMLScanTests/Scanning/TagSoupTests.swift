// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Pages of random markup")
struct TagSoupTests {
    /// The scan itself holds what libxml2 reports of each tag against what the tokenizer cut out, and throws where they differ.
    @Test("are scanned to offsets that point at the tags, the same each time", arguments: UInt64(1)...400)
    func offsets(seed: UInt64) throws {
        var soup = TagSoup(seed: seed)
        let file = soup.page(pieces: 60)
        let images = try ImageScanner().scan(file).images
        for image in images {
            let tag = file[image.tag]
            #expect(tag.first == UInt8(ascii: "<") && tag.last == UInt8(ascii: ">"), "seed \(seed)")
            let name = String(decoding: file[image.tag.lowerBound + 1..<image.insertionOffset], as: UTF8.self)
                .lowercased()
            #expect(["img", "image", "input", "area"].contains(name), "seed \(seed)")
            #expect(Set(image.attributes.map(\.name)).count == image.attributes.count, "seed \(seed)")
        }
        #expect(Set(images.map(\.tag)).count == images.count, "seed \(seed)")
        let again = try ImageScanner().scan(file).images
        #expect(
            again.map(\.tag) == images.map(\.tag) && again.map(\.attributes) == images.map(\.attributes),
            "seed \(seed)"
        )
    }

    @Test("give the same images with an attribute inserted where the scan says", arguments: UInt64(1)...200)
    func insertion(seed: UInt64) throws {
        var soup = TagSoup(seed: seed)
        let file = soup.page(pieces: 60)
        let images = try ImageScanner().scan(file).images.filter { $0.kind == .img && $0["alt"] == nil }
        var edited = file
        for image in images.sorted(by: { $0.insertionOffset > $1.insertionOffset }) {
            edited.insert(contentsOf: Array(" alt=\"\"".utf8), at: image.insertionOffset)
        }
        let after = try ImageScanner().scan(edited).images.filter { $0.kind == .img }
        #expect(after.allSatisfy { $0["alt"] != nil }, "seed \(seed)")
        #expect(
            after.map { $0["src"] }
                == (try ImageScanner().scan(file).images.filter { $0.kind == .img }.map { $0["src"] }),
            "seed \(seed)"
        )
    }
}
