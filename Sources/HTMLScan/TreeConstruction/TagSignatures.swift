// SPDX-License-Identifier: Apache-2.0

/// Numbers for tags: the same number for two tags that give elements with the same name and the same attributes.
struct TagSignatures {
    /// A tag as it is written, from behind its name to its end.
    private struct Spelling: Hashable {
        let name: ElementName
        let attributes: ArraySlice<UInt8>
    }

    /// What a tag means.
    private struct Meaning: Hashable {
        let name: ElementName
        let attributes: [[UInt8]: [UInt8]]
    }

    private var bySpelling: [Spelling: Int32] = [:]
    private var byMeaning: [Meaning: Int32] = [:]

    /// The number of a tag of this page.
    mutating func signature(of node: Node, in page: [UInt8]) -> Int32 {
        let spelling = Spelling(name: node.name, attributes: page[node.nameEnd..<node.range.upperBound])
        if let known = bySpelling[spelling] { return known }
        let meaning = Meaning(name: node.name, attributes: attributes(of: node, in: page))
        let signature = byMeaning[meaning] ?? Int32(truncatingIfNeeded: byMeaning.count)
        byMeaning[meaning] = signature
        bySpelling[spelling] = signature
        return signature
    }

    private func attributes(of node: Node, in page: [UInt8]) -> [[UInt8]: [UInt8]] {
        var cursor = AttributeCursor(bytes: page, nameEnd: node.nameEnd)
        var attributes: [[UInt8]: [UInt8]] = [:]
        while let attribute = cursor.next() {
            let name = page[attribute.name].map(ASCII.lowercased)
            if attributes[name] == nil { attributes[name] = attribute.value.map { value(of: page[$0]) } ?? [] }
        }
        return attributes
    }

    /// The value in a form in which equal values are equal, whatever the page's encoding is.
    private func value(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(ASCII.ampersand) else { return Array(bytes) }
        // Each byte becomes a scalar of its own, so that no two sequences of bytes become the same text.
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        return Array(CharacterReferences.resolve(String(text), in: .attribute).utf8)
    }
}
