// SPDX-License-Identifier: Apache-2.0

/// The elements of a document that matter for its images, before any attribute is read.
struct PageOutline {
    /// The `img`, `input` and `area` elements, in document order.
    private(set) var imageCandidates: [NodeID] = []
    /// The `base` elements, in document order.
    private(set) var bases: [NodeID] = []
    private(set) var title: NodeID?
    private(set) var heading: NodeID?
    /// The elements that may have an `id`, where the page refers to one by `aria-labelledby`.
    private(set) var labels: [NodeID] = []
    private(set) var figures = FigureOutline()
    /// The tags whose attributes the rules ask for: those of the above, and of all that is around an image.
    private(set) var tagsToRead: Set<TagSource> = []

    init(of document: Document, page: [UInt8]) {
        guard let root = document.root else { return }
        let hasLabels = page.contains(asciiText: "aria-labelledby")
        var isInTemplate = false
        var behindTemplate: NodeID?
        for id in document.descendants(of: root) {
            if isInTemplate, id == behindTemplate { isInTemplate = false }
            let node = document[id]
            guard node.kind == .element else { continue }
            figures.visit(id, in: document)
            if node.isHTML(in: Self.imageElements) { imageCandidates.append(id) }
            // The contents of a template are not in the document: no base, no title, nothing that an `id` leads to.
            if !isInTemplate {
                if hasLabels { labels.append(id) }
                note(id, node)
                isInTemplate = node.isHTML(.template)
                if isInTemplate { behindTemplate = document.next(after: id, in: root, skippingContents: true) }
            }
        }
        figures.finish()
        readTags(of: [root] + bases + labels, in: document)
        readTags(around: imageCandidates, in: document)
    }

    private static let imageElements: TagSet = [.img, .input, .area]

    private mutating func note(_ id: NodeID, _ node: Node) {
        guard node.namespace == .html else { return }
        switch node.name.known {
        case .base: bases.append(id)
        case .title where title == nil: title = id
        case .h1 where heading == nil: heading = id
        default: break
        }
    }

    private mutating func readTags(of ids: [NodeID], in document: Document) {
        for id in ids {
            // There is nothing to read in `<p>`.
            for tag in document.tags(of: id) where tag.nameEnd < tag.range.upperBound - 1 { tagsToRead.insert(tag) }
        }
    }

    /// Asks for the tags of images and of all elements around them, each once; and for the sources in a `picture`.
    private mutating func readTags(around images: [NodeID], in document: Document) {
        var seen: Set<NodeID> = []
        for image in images {
            readTags(of: [image], in: document)
            for ancestor in document.ancestors(of: image) {
                guard seen.insert(ancestor).inserted else { break }
                readTags(of: [ancestor], in: document)
                if document[ancestor].isHTML(.picture) {
                    readTags(of: document.children(of: ancestor).filter { document[$0].isHTML(.source) }, in: document)
                }
            }
        }
    }
}
