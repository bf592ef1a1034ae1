// SPDX-License-Identifier: Apache-2.0

/// Where a start tag stands in the page; zero-based.
struct TagSource: Hashable {
    let range: Range<Int>
    let nameEnd: Int
}

/// The tree that a browser makes of a page: elements and text as ranges of its bytes. Comments are left out.
struct Document {
    private var nodes = NodeStore()
    /// The `html` element.
    private(set) var root: NodeID?

    subscript(id: NodeID) -> Node {
        nodes[id]
    }

    /// How many nodes there are, those included that stand nowhere in the tree.
    var nodeCount: Int { nodes.count }

    /// Adds a node that stands nowhere in the tree yet.
    mutating func add(_ node: Node) -> NodeID {
        nodes.append(node)
    }

    /// The encoding that the page turned out to be in; `nil` where it is that in which it was read.
    private(set) var newEncoding: PageEncoding?

    /// Notes that the page has to be read anew, in another encoding.
    mutating func changeEncoding(to encoding: PageEncoding) {
        newEncoding = encoding
    }

    mutating func setRoot(_ id: NodeID) {
        root = id
    }

    /// Further start tags of an element: the attributes that it lacks come from these.
    private(set) var furtherTags: [NodeID: [TagSource]] = [:]

    /// Notes a second `html` or `body` tag.
    mutating func addTag(_ range: Range<Int>, nameEnd: Int, to id: NodeID) {
        furtherTags[id, default: []].append(TagSource(range: range, nameEnd: nameEnd))
    }

    /// The tags that an element has its attributes from, the first one's before the others'; none for an implied element.
    func tags(of id: NodeID) -> [TagSource] {
        let node = self[id]
        let own = node.range.isEmpty ? [] : [TagSource(range: node.range, nameEnd: node.nameEnd)]
        return furtherTags.isEmpty ? own : own + (furtherTags[id] ?? [])
    }

    /// The value of an attribute of an element, as far as it is ASCII; `nil` where there is no such attribute.
    ///
    /// - Parameter name: In ASCII lower case.
    func attribute(_ name: StaticString, of id: NodeID, page: [UInt8]) -> [UInt8]? {
        tags(of: id).lazy.compactMap { page.attribute(name, ofTagWithNameEnd: $0.nameEnd) }.first
    }

    // MARK: Moving nodes

    /// Puts a node that stands nowhere behind the last child of `parent`.
    mutating func append(_ child: NodeID, to parent: NodeID) {
        let last = self[parent].lastChild
        update(child) {
            $0.parent = parent
            $0.previousSibling = last
        }
        if let last {
            update(last) { $0.nextSibling = child }
        } else {
            update(parent) { $0.firstChild = child }
        }
        update(parent) { $0.lastChild = child }
    }

    /// Puts a node that stands nowhere directly in front of `sibling`, which has a parent.
    mutating func insert(_ child: NodeID, before sibling: NodeID) {
        let previous = self[sibling].previousSibling
        let parent = self[sibling].parent
        update(child) {
            $0.parent = parent
            $0.previousSibling = previous
            $0.nextSibling = sibling
        }
        update(sibling) { $0.previousSibling = child }
        if let previous {
            update(previous) { $0.nextSibling = child }
        } else if let parent {
            update(parent) { $0.firstChild = child }
        }
    }

    /// Takes a node out of the tree, with everything in it.
    mutating func detach(_ id: NodeID) {
        let node = self[id]
        if let previous = node.previousSibling {
            update(previous) { $0.nextSibling = node.nextSibling }
        } else if let parent = node.parent {
            update(parent) { $0.firstChild = node.nextSibling }
        }
        if let next = node.nextSibling {
            update(next) { $0.previousSibling = node.previousSibling }
        } else if let parent = node.parent {
            update(parent) { $0.lastChild = node.previousSibling }
        }
        update(id) {
            $0.parent = nil
            $0.previousSibling = nil
            $0.nextSibling = nil
        }
    }

    private mutating func update(_ id: NodeID, _ change: (inout Node) -> Void) {
        change(&nodes[id])
    }

    // MARK: Walking

    /// The children of a node, in order.
    func children(of id: NodeID) -> some Sequence<NodeID> {
        sequence(state: self[id].firstChild) { next in
            defer { next = next.flatMap { self[$0].nextSibling } }
            return next
        }
    }

    /// The nodes around a node, the nearest first.
    func ancestors(of id: NodeID) -> some Sequence<NodeID> {
        sequence(state: self[id].parent) { next in
            defer { next = next.flatMap { self[$0].parent } }
            return next
        }
    }

    /// The node that follows in document order inside of `scope`; with `skippingContents`, what is in the node is passed over.
    func next(after id: NodeID, in scope: NodeID, skippingContents: Bool = false) -> NodeID? {
        if !skippingContents, let child = self[id].firstChild { return child }
        var current = id
        while current != scope {
            if let sibling = self[current].nextSibling { return sibling }
            guard let parent = self[current].parent else { return nil }
            current = parent
        }
        return nil
    }

    /// The nodes inside of `scope`, in document order.
    func descendants(of scope: NodeID) -> some Sequence<NodeID> {
        sequence(state: scope) { current in
            guard let next = next(after: current, in: scope) else { return nil }
            current = next
            return next
        }
    }
}
