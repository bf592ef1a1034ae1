// SPDX-License-Identifier: Apache-2.0

/// The elements of a document that matter for its images, before any attribute is read.
struct PageOutline {
    /// The `img`, `input` and `area` elements, in document order.
    private(set) var imageCandidates: [NodeID] = []
    /// The `base` elements, in document order.
    private(set) var bases: [NodeID] = []
    private(set) var title: NodeID?
    private(set) var heading: NodeID?
    /// The `meta` elements that send a browser on to another page, in document order.
    private(set) var refreshes: [NodeID] = []
    /// The `meta` elements that declare the language of the page, in document order.
    private(set) var languages: [NodeID] = []
    /// The elements that may have an `id`, where something on the page that matters for an image refers to one.
    private(set) var labels: [NodeID] = []
    private(set) var figures = FigureOutline()
    /// The tags whose attributes the rules ask for: those of the above, and of all that is around an image.
    private(set) var tagsToRead: Set<TagSource> = []
    /// The elements in links and buttons with an image, of which the tags are asked for already.
    private var controlContents: Set<NodeID> = []
    /// Whether an image, or what is around it, refers to other elements by their `id`.
    private(set) var refersToElements = false

    init(of document: Document, page: [UInt8]) {
        guard let root = document.root else { return }
        Self.visitElements(of: document) { id, isInTemplate in
            let node = document[id]
            figures.visit(id, in: document)
            if node.isHTML(in: Self.imageElements) { imageCandidates.append(id) }
            // The contents of a template are not in the document: no base, no title, nothing that an `id` leads to.
            if !isInTemplate { note(id, in: document, page: page) }
        }
        figures.finish()
        readTags(around: imageCandidates, in: document, page: page)
        if refersToElements {
            Self.visitElements(of: document) { id, isInTemplate in
                if !isInTemplate { labels.append(id) }
            }
        }
        readTags(of: [root] + bases + refreshes + languages + labels, in: document)
    }

    private static let imageElements: TagSet = [.img, .input, .area]

    /// Goes through all elements in document order.
    private static func visitElements(of document: Document, _ visit: (NodeID, _ isInTemplate: Bool) -> Void) {
        guard let root = document.root else { return }
        var isInTemplate = false
        var behindTemplate: NodeID?
        for id in document.descendants(of: root) {
            if isInTemplate, id == behindTemplate { isInTemplate = false }
            guard document[id].kind == .element else { continue }
            visit(id, isInTemplate)
            if !isInTemplate, document[id].isHTML(.template) {
                isInTemplate = true
                behindTemplate = document.next(after: id, in: root, skippingContents: true)
            }
        }
    }

    private mutating func note(_ id: NodeID, in document: Document, page: [UInt8]) {
        let node = document[id]
        guard node.namespace == .html else { return }
        switch node.name.known {
        case .base: bases.append(id)
        case .title where title == nil: title = id
        case .h1 where heading == nil: heading = id
        case .meta:
            guard let pragma = document.attribute("http-equiv", of: id, page: page) else { break }
            if pragma.isASCII("refresh") { refreshes.append(id) }
            if pragma.isASCII("content-language") { languages.append(id) }
        default: break
        }
    }

    private mutating func readTags(of ids: [NodeID], in document: Document) {
        for id in ids {
            // There is nothing to read in `<p>`.
            for tag in document.tags(of: id) where tag.nameEnd < tag.range.upperBound - 1 { tagsToRead.insert(tag) }
        }
    }

    /// Asks for the tags of images and of all elements around them, each once; for those in a link or button, of which some
    /// may be hidden; and for the sources in a `picture`.
    private mutating func readTags(around images: [NodeID], in document: Document, page: [UInt8]) {
        var seen: Set<NodeID> = []
        for image in images {
            readTags(of: [image], in: document)
            noteReferences(from: image, in: document, page: page)
            for ancestor in document.ancestors(of: image) {
                guard seen.insert(ancestor).inserted else { break }
                readTags(of: [ancestor], in: document)
                noteReferences(from: ancestor, in: document, page: page)
                let node = document[ancestor]
                let hasRole = document.attribute("role", of: ancestor, page: page) != nil
                if node.isHTML(in: [.a, .button, .summary]) || hasRole { readTags(inControl: ancestor, in: document) }
                if node.isHTML(.a) || hasRole, Self.leadsToPart(document.attribute("href", of: ancestor, page: page)) {
                    // Where an image has an alt, nobody asks for the name of what its link leads to.
                    let hasAlt = document.attribute("alt", of: image, page: page) != nil
                    refersToElements = refersToElements || !hasAlt
                }
                if node.isHTML(.picture) {
                    readTags(of: document.children(of: ancestor).filter { document[$0].isHTML(.source) }, in: document)
                }
            }
        }
    }

    private mutating func noteReferences(from id: NodeID, in document: Document, page: [UInt8]) {
        guard !refersToElements else { return }
        refersToElements = document.tags(of: id).contains {
            page.attribute("aria-labelledby", ofTagWithNameEnd: $0.nameEnd) != nil
        }
    }

    private mutating func readTags(inControl control: NodeID, in document: Document) {
        // What is in a control that was gone through already was gone through with it.
        guard !controlContents.contains(control) else { return }
        var next = document.next(after: control, in: control)
        while let id = next {
            let isNew = document[id].kind != .element || controlContents.insert(id).inserted
            if isNew, document[id].kind == .element { readTags(of: [id], in: document) }
            next = document.next(after: id, in: control, skippingContents: !isNew)
        }
    }

    private static func leadsToPart(_ href: [UInt8]?) -> Bool {
        href?.first { !ASCII.isSpace($0) } == UInt8(ascii: "#")
    }
}
