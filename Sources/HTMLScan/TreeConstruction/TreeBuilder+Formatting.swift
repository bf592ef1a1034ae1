// SPDX-License-Identifier: Apache-2.0

/// Formatting elements that are closed in the wrong order, or not at all.
extension TreeBuilder {
    /// Opens again the formatting elements that were closed along with something else.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements>
    mutating func reconstructFormatting() {
        let entries = formatting.entries
        guard let last = entries.last, let last, openElements.index(of: last.node) == nil else { return }
        var first = entries.count - 1
        while first > 0, let earlier = entries[first - 1], openElements.index(of: earlier.node) == nil { first -= 1 }
        for index in first..<entries.count {
            guard let entry = entries[index] else { continue }
            formatting.replace(at: index, with: insertCopy(of: entry))
        }
    }

    /// Adds an element to the list; at most three that are alike stand in it.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements>
    mutating func addToFormatting(_ entry: OpenElements.Entry) {
        let namesakes = formatting.sinceMarker.filter { $0.name == entry.name }
        if namesakes.count >= 3 {
            let attributes = attributes(of: entry)
            let alike = namesakes.filter { self.attributes(of: $0) == attributes }
            if alike.count >= 3, let earliest = alike.last { formatting.remove(earliest.node) }
        }
        formatting.add(entry)
    }

    /// The adoption agency algorithm, for an end tag with this name.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm>
    mutating func adopt(_ subject: ElementName) {
        if let current = openElements.current, current.name == subject, current.namespace == .html,
            formatting.index(of: current.node) == nil
        {
            openElements.pop()
            return
        }
        for _ in 0..<8 {
            guard let element = formatting.last(named: subject) else { return closeOther(subject) }
            guard let elementIndex = openElements.index(of: element.node) else {
                return formatting.remove(element.node)
            }
            guard openElements.has(element.node) else { return }
            guard let blockIndex = openElements.entries[elementIndex...].firstIndex(where: Self.isSpecial) else {
                openElements.pop(through: element.node)
                return formatting.remove(element.node)
            }
            moveFormatting(element, at: elementIndex, into: blockIndex)
        }
    }

    /// One round of the outer loop: the formatting element goes from around the furthest block to inside of it.
    private mutating func moveFormatting(_ element: OpenElements.Entry, at elementIndex: Int, into blockIndex: Int) {
        let block = openElements.entries[blockIndex]
        let commonAncestor = openElements.entries[elementIndex - 1]
        var bookmark = (formatting.index(of: element.node) ?? 0)
        var last = block
        var index = blockIndex
        var round = 0
        while index - 1 > elementIndex {
            index -= 1
            round += 1
            let node = openElements.entries[index]
            if round > 3, let listed = formatting.index(of: node.node) {
                formatting.remove(node.node)
                if listed < bookmark { bookmark -= 1 }
            }
            guard let listed = formatting.index(of: node.node) else {
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
        if let listed = formatting.index(of: element.node), listed < bookmark { bookmark -= 1 }
        formatting.remove(element.node)
        formatting.insert(copy, at: bookmark)
        openElements.remove(at: elementIndex)
        if let index = openElements.index(of: block.node) { openElements.insert(copy, at: index + 1) }
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

    /// The attributes of an open element, to compare with those of another.
    private func attributes(of entry: OpenElements.Entry) -> [[UInt8]: [UInt8]] {
        var cursor = AttributeCursor(bytes: page, nameEnd: document[entry.node].nameEnd)
        var attributes: [[UInt8]: [UInt8]] = [:]
        while let attribute = cursor.next() {
            let name = page[attribute.name].map(ASCII.lowercased)
            if attributes[name] == nil { attributes[name] = attribute.value.map { Array(page[$0]) } ?? [] }
        }
        return attributes
    }
}
