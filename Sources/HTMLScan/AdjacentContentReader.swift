// SPDX-License-Identifier: Apache-2.0

/// Tells what a reader meets directly before and behind an image.
///
/// Only short text is looked at, the length of a label or a heading, and only a few nodes; so each image costs the same
/// whatever page it is on.
struct AdjacentContentReader {
    private enum Direction {
        case before, behind
    }

    let document: Document
    let texts: TextCollector

    /// How many bytes, nodes and levels of elements are gone through at most, on one side of an image.
    private static let byteLimit = 1000
    private static let nodeLimit = 64

    /// The label, heading or line of text on each side of an image, white space collapsed; no more than two.
    func texts(besides image: NodeID, meter: inout WorkMeter) throws(ScanError) -> [String] {
        var found: [String] = []
        for direction in [Direction.before, .behind] {
            let text = try text(direction, of: image, meter: &meter)
            if !text.isEmpty { found.append(text) }
        }
        return found
    }

    /// Whether an image comes behind another with nothing but white space, line breaks and the tags of inline elements
    /// between the two.
    func isDirectly(_ image: NodeID, behind previous: NodeID) -> Bool {
        var node = previous
        for _ in 0..<Self.nodeLimit {
            if let next = document[node].nextSibling {
                node = next
            } else {
                guard let parent = document[node].parent, isInline(parent) else { return false }
                node = parent
                continue
            }
            // Into the elements that begin between the two.
            while node != image {
                if isBlank(node) { break }
                guard isInline(node), let child = document[node].firstChild else { return false }
                node = child
            }
            if node == image { return true }
        }
        return false
    }

    // MARK: Text

    private func text(
        _ direction: Direction, of image: NodeID, meter: inout WorkMeter
    ) throws(ScanError) -> String {
        var node = image
        for _ in 0..<Self.nodeLimit {
            if let neighbour = neighbour(direction, of: node) {
                return try text(from: neighbour, direction, meter: &meter)
            }
            // Out of an element that holds nothing else on this side, such as the link around an image.
            guard let parent = document[node].parent, !document[parent].isHTML(in: Self.regions),
                document[parent].kind == .element
            else { return "" }
            node = parent
        }
        return ""
    }

    /// The nearest sibling that shows something.
    private func neighbour(_ direction: Direction, of node: NodeID) -> NodeID? {
        var next = sibling(direction, of: node)
        for _ in 0..<Self.nodeLimit {
            guard let id = next else { return nil }
            if !isBlank(id) { return id }
            next = sibling(direction, of: id)
        }
        return nil
    }

    /// What a link or block says as a whole, or else a line of text up to the next link, block, image or break.
    private func text(
        from start: NodeID, _ direction: Direction, meter: inout WorkMeter
    ) throws(ScanError) -> String {
        guard isText(start) || (isInline(start) && !document[start].isHTML(.a)) else {
            guard !document[start].isHTML(in: Self.regions), isShort(start) else { return "" }
            return try texts.text(of: start, meter: &meter)
        }
        var pieces: [String] = []
        var next: NodeID? = start
        for _ in 0..<Self.nodeLimit {
            guard let id = next, isText(id) || (isInline(id) && !document[id].isHTML(.a)) else { break }
            guard isShort(id) else { return "" }
            pieces.append(isText(id) ? texts.text(of: document[id]) : try texts.text(of: id, meter: &meter))
            next = sibling(direction, of: id)
        }
        let line = direction == .behind ? pieces : pieces.reversed()
        return line.joined().whiteSpaceCollapsed
    }

    /// Whether what is in a node is little enough to be a label.
    private func isShort(_ scope: NodeID) -> Bool {
        if isText(scope) { return document[scope].range.count <= Self.byteLimit }
        var byteCount = 0
        for (index, id) in document.descendants(of: scope).enumerated() {
            if isText(id) { byteCount += document[id].range.count }
            if index == Self.nodeLimit || byteCount > Self.byteLimit { return false }
        }
        return true
    }

    // MARK: Nodes

    private func sibling(_ direction: Direction, of node: NodeID) -> NodeID? {
        direction == .behind ? document[node].nextSibling : document[node].previousSibling
    }

    private func isText(_ id: NodeID) -> Bool {
        document[id].kind != .element
    }

    private func isInline(_ id: NodeID) -> Bool {
        document[id].kind == .element && document[id].namespace == .html
            && (TextCollector.inlineElements.contains(document[id].name.known)
                || document[id].isHTML(.picture))
    }

    /// Whether a node shows nothing: white space, a line break, or an element without contents that is no image.
    private func isBlank(_ id: NodeID) -> Bool {
        let node = document[id]
        if isText(id) { return node.range.count <= Self.byteLimit && texts.isBlank(node) }
        return node.isHTML(in: Self.silentElements) || (isInline(id) && node.firstChild == nil)
    }

    private static let silentElements: TagSet = [.br, .script, .style, .template, .source, .wbr]
    /// What ends at these elements is no neighbour of what begins in the next.
    private static let regions: TagSet = [
        .article, .aside, .blockquote, .body, .button, .dd, .details, .dl, .dt, .fieldset, .figure, .footer, .form,
        .header, .hr, .html, .iframe, .img, .input, .li, .main, .nav, .noscript, .object, .ol, .option, .pre, .search,
        .section, .select, .svg, .table, .tbody, .textarea, .tfoot, .thead, .tr, .ul,
    ]
}
