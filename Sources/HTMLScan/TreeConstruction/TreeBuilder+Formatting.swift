// SPDX-License-Identifier: Apache-2.0

/// Formatting elements that are closed in the wrong order, or not at all.
extension TreeBuilder {
    /// Opens again the formatting elements that were closed along with something else.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements>
    mutating func reconstructFormatting() {
        var first = formatting.items.count
        while first > 0, let earlier = formatting.items[first - 1], !openElements.isOpen(earlier.entry.node) {
            first -= 1
        }
        for index in first..<formatting.items.count {
            guard let item = formatting.items[index] else { continue }
            formatting.replace(at: index, with: insertCopy(of: item.entry))
        }
    }

    mutating func addToFormatting(_ entry: OpenElements.Entry) {
        formatting.add(entry, of: document, page: page)
    }

    /// The adoption agency algorithm, for an end tag with this name.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm>
    mutating func adopt(_ subject: ElementName) {
        if let current = openElements.current, current.name == subject, current.namespace == .html,
            formatting.index(of: current) == nil
        {
            openElements.pop()
            return
        }
        for _ in 0..<8 {
            guard let element = formatting.last(named: subject) else { return closeOther(subject) }
            guard let elementIndex = openElements.index(of: element) else {
                return formatting.remove(element)
            }
            guard openElements.hasInScope(index: elementIndex) else { return }
            guard openElements.lastSpecialIndex > elementIndex,
                let blockIndex = openElements.entries[elementIndex...].firstIndex(where: \.isSpecial)
            else {
                openElements.pop(throughIndex: elementIndex)
                return formatting.remove(element)
            }
            moveFormatting(element, at: elementIndex, into: blockIndex)
        }
    }

    /// One round of the outer loop: the formatting element goes from around the furthest block to inside of it.
    private mutating func moveFormatting(_ element: OpenElements.Entry, at elementIndex: Int, into blockIndex: Int) {
        let block = openElements.entries[blockIndex]
        let commonAncestor = openElements.entries[elementIndex - 1]
        var bookmark = formatting.index(of: element) ?? 0
        var last = block
        var index = blockIndex
        var round = 0
        while index - 1 > elementIndex {
            index -= 1
            round += 1
            let node = openElements.entries[index]
            if round > 3, let listed = formatting.index(of: node) {
                formatting.remove(node)
                if listed < bookmark { bookmark -= 1 }
            }
            guard let listed = formatting.index(of: node) else {
                openElements.remove(at: index)
                continue
            }
            let copy = makeCopy(of: node)
            formatting.replace(at: listed, with: copy)
            openElements.replace(at: index, with: copy)
            if last.node == block.node { bookmark = listed + 1 }
            document.detach(last.node)
            document.append(last.node, to: copy.node)
            last = copy
        }
        document.detach(last.node)
        insert(last.node, under: commonAncestor)

        let copy = makeCopy(of: element)
        while let child = document[block.node].firstChild {
            document.detach(child)
            document.append(child, to: copy.node)
        }
        document.append(copy.node, to: block.node)
        formatting.move(element, to: bookmark, as: copy)
        openElements.remove(at: elementIndex)
        if let index = openElements.index(of: block) { openElements.insert(copy, at: index + 1) }
    }

    private mutating func makeCopy(of entry: OpenElements.Entry) -> OpenElements.Entry {
        let node = document[entry.node]
        let copy = document.add(
            Node(
                kind: .element, name: node.name, namespace: node.namespace, range: node.range, nameEnd: node.nameEnd))
        return OpenElements.Entry(node: copy, name: entry.name, namespace: entry.namespace)
    }

    private mutating func insertCopy(of entry: OpenElements.Entry) -> OpenElements.Entry {
        let copy = makeCopy(of: entry)
        insert(copy.node)
        openElements.push(copy)
        return copy
    }
}
