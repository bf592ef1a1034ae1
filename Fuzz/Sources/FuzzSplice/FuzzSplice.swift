// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport
import HTMLScan
import SystemPackage

/// Inserts an alt into each image of a page that has none: nothing else of the page may be other than it was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSplice(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let (text, file) = AltTexts.split(unsafe fuzzInput(start, count))
    guard let page = try? ImageScanner().scan(file) else { return 0 }
    let insertion = AltInsertion(text: text) ?? .decorative
    let asReferences = page.encoding.needsReferences(in: file)
    let edits = page.images.filter(\.lacksAlt).map { image in
        insertion.edit(at: image.insertionOffset) { page.encoding.encode($0, asReferences: asReferences) }
    }
    guard !edits.isEmpty else { return 0 }
    do {
        let edited = try file.applying(edits)
        checkBytes(of: edited, against: file, edits)
        var diff: [UInt8] = []
        try UnifiedDiff.append(edits, of: file, at: "page.html", to: &diff)
        require(file.applying(diff: diff) == edited, "the diff gives another page")
        let rescanned = try ImageScanner().scan(edited)
        guard rescanned.encoding == page.encoding else {
            // Such a page is left alone: its declaration was pushed out of the bytes that browsers search for it.
            require(edits.contains { $0.byteOffset < 1_024 }, "\(page.encoding) became \(rescanned.encoding)")
            return 0
        }
        checkMeaning(of: rescanned, against: page, alt: insertion.text, edits)
    } catch {
        fatalError("\(error)")
    }
    return 0
}

extension ImageElement {
    fileprivate var lacksAlt: Bool { kind == .img && self["alt"] == nil }
}

/// Removing what was inserted has to give back the page.
private func checkBytes(of edited: [UInt8], against file: [UInt8], _ edits: [PageEdit]) {
    var restored = edited
    for edit in edits.sorted(by: { $0.byteOffset < $1.byteOffset }) {
        // All insertions in front of this one are removed already.
        restored.removeSubrange(edit.byteOffset..<edit.byteOffset + edit.insertion.count)
    }
    require(restored == file, "bytes other than the insertions changed")
}

/// The same elements at their places, with the attributes that they had, and each with an alt.
private func checkMeaning(of edited: ScannedPage, against page: ScannedPage, alt: String, _ edits: [PageEdit]) {
    require(edited.images.count == page.images.count, "\(page.images.count) images became \(edited.images.count)")
    require(
        [edited.title, edited.heading, edited.language, edited.baseHref]
            == [page.title, page.heading, page.language, page.baseHref],
        "the page says other things of itself"
    )
    func moved(_ offset: Int) -> Int {
        offset + edits.filter { $0.byteOffset < offset }.reduce(0) { $0 + $1.insertion.count }
    }
    for (image, before) in zip(edited.images, page.images) {
        require(image.kind == before.kind, "the image at \(before.tag) became another element")
        require(
            image.tag == moved(before.tag.lowerBound)..<moved(before.tag.upperBound),
            "the image at \(before.tag) is at \(image.tag)"
        )
        require(image.position.line == before.position.line, "the image at \(before.tag) is on another line")
        let added = before.lacksAlt ? [Attribute(name: "alt", value: alt)] : []
        require(
            image.attributes.elementsEqual(added + before.attributes, by: isSame),
            "the image at \(before.tag) has \(image.attributes)"
        )
    }
}

/// Equal to the byte, which `==` of strings does not ask for.
private func isSame(_ attribute: Attribute, _ other: Attribute) -> Bool {
    attribute.name == other.name && attribute.value.utf8.elementsEqual(other.value.utf8)
}
