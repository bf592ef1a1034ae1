// SPDX-License-Identifier: Apache-2.0

import AltTextKit

@testable import HTMLScan

/// The tree that a browser makes of a page, with the places of its tags in the file.
struct PageTree {
    /// An element or a text, with what it stands between.
    struct Entry: Equatable {
        let id: NodeID
        let kind: Node.Kind
        let namespace: Namespace
        let name: ElementName
        let parent: NodeID?
        /// The offsets of the `<` and `>` of the tags that an element is made of.
        var tags: [[Int]]
        let text: String?
    }

    private let entries: [Entry]

    init(of file: [UInt8]) throws {
        let text = try PageText(of: file, in: try ImageScanner().scan(file).encoding)
        let document = try TreeBuilder.document(of: text.bytes, projection: text.markup, from: text.start)
        entries =
            document.root.map { [$0] + document.descendants(of: $0) }?.map { id in
                let node = document[id]
                let tags = node.kind == .element ? document.tags(of: id).map(\.range) : []
                return Entry(
                    id: id, kind: node.kind, namespace: node.namespace, name: node.name, parent: node.parent,
                    tags: tags.map { [text.fileOffset(of: $0.lowerBound), text.fileOffset(of: $0.upperBound - 1)] },
                    text: node.kind == .element ? nil : text.decode(node.range))
            } ?? []
    }

    /// Whether `edited` is the same tree, of the page with these edits: the same elements and texts in the same order, inside of
    /// each other as before, each made of the same tags.
    func isSame(as edited: PageTree, after edits: [PageEdit]) -> Bool {
        let edits = edits.sorted { $0.byteOffset < $1.byteOffset }
        var shifts: [(byteOffset: Int, by: Int)] = [(-1, 0)]
        for edit in edits { shifts.append((edit.byteOffset, shifts[shifts.count - 1].by + edit.insertion.count)) }
        func moved(_ offset: Int) -> Int {
            offset + (shifts.last { $0.byteOffset <= offset }?.by ?? 0)
        }
        let expected = entries.map { entry in
            var entry = entry
            entry.tags = entry.tags.map { $0.map(moved) }
            return entry
        }
        return expected == edited.entries
    }
}
