// SPDX-License-Identifier: Apache-2.0

/// The `figure` elements of a document, with what is in each, gathered in one walk however deep they are nested.
struct FigureOutline {
    /// The `figcaption` elements of each figure, those of figures inside of it left out; in document order.
    private(set) var captions: [NodeID: [NodeID]] = [:]
    /// How many `img` elements each figure holds, those in figures inside of it included. Those in a `noscript` of it do not
    /// count, unless it has no others: they are the copies of images that a script loads.
    private(set) var imageCounts: [NodeID: Int] = [:]
    private var copyCounts: [NodeID: Int] = [:]
    /// The `noscript` elements in figures, and the elements in these.
    private var copies: Set<NodeID> = []
    private var figures: [NodeID] = []
    /// The nearest figure around each element in one.
    private var enclosing: [NodeID: NodeID] = [:]

    /// Takes in the next element of the document, in document order.
    mutating func visit(_ id: NodeID, in document: Document) {
        let node = document[id]
        if !figures.isEmpty, let parent = node.parent,
            let figure = document[parent].isHTML(.figure) ? parent : enclosing[parent]
        {
            enclosing[id] = figure
            if node.isHTML(.noscript) || copies.contains(parent) { copies.insert(id) }
            if node.isHTML(.img) {
                if copies.contains(id) {
                    copyCounts[figure, default: 0] += 1
                } else {
                    imageCounts[figure, default: 0] += 1
                }
            }
            if node.isHTML(.figcaption) { captions[figure, default: []].append(id) }
        }
        if node.isHTML(.figure) { figures.append(id) }
    }

    /// Adds the images of inner figures to those of the outer ones, once every element was visited.
    mutating func finish() {
        for figure in figures.reversed() {
            guard let outer = enclosing[figure] else { continue }
            imageCounts[outer, default: 0] += imageCounts[figure, default: 0]
            copyCounts[outer, default: 0] += copyCounts[figure, default: 0]
        }
        for (figure, count) in copyCounts where imageCounts[figure, default: 0] == 0 { imageCounts[figure] = count }
        (enclosing, copies, copyCounts) = ([:], [], [:])
    }
}
