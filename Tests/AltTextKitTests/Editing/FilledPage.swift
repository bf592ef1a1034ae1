// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import HTMLScan
import PageTestSupport
import Testing

/// A page with an alt for every image that has none.
struct FilledPage {
    let name: String
    let original: [UInt8]
    let scanned: ScannedPage
    /// The texts for the images without alt, by the offsets of their tags.
    let texts: [Int: String]
    let edits: [PageEdit]
    let rewritten: [UInt8]

    init(_ page: SamplePage) throws {
        name = page.name
        original = page.bytes
        let scanned = try ImageScanner().scan(page.bytes)
        let asReferences = scanned.encoding.needsReferences(in: page.bytes)
        var texts: [Int: String] = [:]
        edits = try scanned.images.filter { $0.kind == .img && $0["alt"] == nil }.map { image in
            let text = Self.text(for: image.tag.lowerBound)
            texts[image.tag.lowerBound] = text
            return try #require(AltInsertion(text: text)).edit(at: image.insertionOffset) {
                scanned.encoding.encode($0, asReferences: asReferences)
            }
        }
        self.scanned = scanned
        self.texts = texts
        rewritten = try page.bytes.applying(edits)
    }

    /// A text with signs that have to be escaped, and letters that few encodings have.
    static func text(for offset: Int) -> String {
        "Nr \(offset): “犬” & <b>Ähre</b>, \"ソ\" 😀"
    }
}
