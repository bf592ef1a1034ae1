// SPDX-License-Identifier: Apache-2.0

/// The stack of open elements: the current node is the last.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements>
struct OpenElements {
    /// One open element, with what nearly every look at the stack asks for.
    struct Entry {
        let node: NodeID
        let name: ElementName
        let namespace: Namespace
        /// Whether it is MathML's `annotation-xml` with an `encoding` that says HTML.
        var holdsHTML = false

        func isHTML(_ tag: TagName) -> Bool {
            name.known == tag && namespace == .html
        }

        func isHTML(in tags: TagSet) -> Bool {
            namespace == .html && tags.contains(name.known)
        }
    }

    private(set) var entries: [Entry] = []
    /// What lies below each entry, so that no question to the stack needs a walk down it: pages nest 100,000 levels deep.
    private var links: [Link] = []
    /// The index of the latest entry of each name, -1 where none is open; see `slot(of:)`.
    private var latest = [Int32](repeating: -1, count: 2 * TagName.allCases.count)
    /// Whether a node is on the stack, by its number.
    private var isOpenNode: [Bool] = []
    /// How many entries were moved by changes in the middle of the stack.
    private(set) var moveCount = 0

    var current: Entry? { entries.last }
    var count: Int { entries.count }

    func isOpen(_ tag: TagName) -> Bool {
        lastIndex(of: tag) >= 0
    }

    func isOpen(_ node: NodeID) -> Bool {
        Int(node.index) < isOpenNode.count && isOpenNode[Int(node.index)]
    }

    mutating func push(_ entry: Entry) {
        let index = Int32(truncatingIfNeeded: entries.count)
        let slot = Self.slot(of: entry.name, isHTML: entry.namespace == .html)
        if slot >= latest.count { latest += repeatElement(-1, count: slot + 64 - latest.count) }
        links.append(Link(to: entry, at: index, above: links.last, previousNamesake: latest[slot]))
        latest[slot] = index
        entries.append(entry)
        let node = Int(entry.node.index)
        if node >= isOpenNode.count { isOpenNode += repeatElement(false, count: node + 1 - isOpenNode.count) }
        isOpenNode[node] = true
    }

    @discardableResult
    mutating func pop() -> Entry? {
        guard let entry = entries.popLast(), let link = links.popLast() else { return nil }
        latest[Self.slot(of: entry.name, isHTML: entry.namespace == .html)] = link.previousNamesake
        isOpenNode[Int(entry.node.index)] = false
        return entry
    }

    /// Pops until an HTML element with one of these names has been popped.
    mutating func pop(through tags: TagSet) {
        while let entry = pop(), !entry.isHTML(in: tags) {}
    }

    /// Pops the entry at this index and all above it.
    mutating func pop(throughIndex index: Int) {
        while entries.count > index { pop() }
    }

    /// Pops while the current node is not one of these HTML elements.
    mutating func pop(to tags: TagSet) {
        while let current, !current.isHTML(in: tags) { pop() }
    }

    // MARK: Changes in the middle

    mutating func remove(at index: Int) {
        let above = Array(entries[(index + 1)...])
        pop(throughIndex: index)
        pushAgain(above)
    }

    mutating func insert(_ entry: Entry, at index: Int) {
        let above = Array(entries[index...])
        pop(throughIndex: index)
        push(entry)
        pushAgain(above)
    }

    mutating func replace(at index: Int, with entry: Entry) {
        let above = Array(entries[(index + 1)...])
        pop(throughIndex: index)
        push(entry)
        pushAgain(above)
    }

    private mutating func pushAgain(_ above: [Entry]) {
        for entry in above { push(entry) }
        moveCount += above.count
    }

    // MARK: Looking down the stack

    /// The index of the latest HTML element with this name; -1 where none is open.
    func lastIndex(of tag: TagName) -> Int {
        Int(latest[2 * Int(tag.rawValue)])
    }

    /// The index of the latest HTML element with one of these names; -1 where none is open.
    func lastIndex(of tags: [TagName]) -> Int {
        tags.reduce(-1) { max($0, lastIndex(of: $1)) }
    }

    /// The index of the latest element with this name, HTML or else foreign; -1 where none is open.
    func lastIndex(of name: ElementName, isHTML: Bool) -> Int {
        let slot = Self.slot(of: name, isHTML: isHTML)
        return slot < latest.count ? Int(latest[slot]) : -1
    }

    /// The index of the latest HTML element; -1 where none is open.
    var lastHTMLIndex: Int { Int(links.last?.html ?? -1) }

    /// The index of the latest special element; -1 where none is open.
    var lastSpecialIndex: Int { Int(links.last?.special ?? -1) }

    /// The index of the latest special element other than `address`, `div` and `p`; -1 where none is open.
    var lastItemBarrierIndex: Int { Int(links.last?.itemBarrier ?? -1) }

    /// The index of an element that is open; `nil` where it is not.
    func index(of entry: Entry) -> Int? {
        guard isOpen(entry.node) else { return nil }
        var index = lastIndex(of: entry.name, isHTML: entry.namespace == .html)
        while index >= 0, entries[index].node != entry.node { index = Int(links[index].previousNamesake) }
        return index < 0 ? nil : index
    }

    /// Where the entries of a name are remembered: HTML elements and others apart.
    private static func slot(of name: ElementName, isHTML: Bool) -> Int {
        let number =
            name.known == .other ? Int(TagName.other.rawValue) + Int(name.otherNumber) : Int(name.known.rawValue)
        return 2 * number + (isHTML ? 0 : 1)
    }

    // MARK: Scopes

    /// How far up the stack an element is looked for.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope>
    enum Scope {
        case element, listItem, button, table
    }

    /// Whether an HTML element with this name is in the scope.
    func has(_ tag: TagName, in scope: Scope = .element) -> Bool {
        isOpen(tag) && lastIndex(of: tag) >= bound(of: scope)
    }

    /// Whether an HTML element with one of these names is in the scope.
    func has(anyOf tags: [TagName], in scope: Scope = .element) -> Bool {
        let index = lastIndex(of: tags)
        return index >= 0 && index >= bound(of: scope)
    }

    /// Whether the element at this index is in scope.
    func hasInScope(index: Int) -> Bool {
        index >= bound(of: .element)
    }

    /// The index of the entry at which a search in the scope ends.
    private func bound(of scope: Scope) -> Int {
        switch scope {
        case .element: elementBound
        case .listItem: max(elementBound, lastIndex(of: .ol), lastIndex(of: .ul))
        case .button: max(elementBound, lastIndex(of: .button))
        case .table: max(lastIndex(of: .html), lastIndex(of: .table), lastIndex(of: .template))
        }
    }

    private var elementBound: Int { Int(links.last?.elementBound ?? -1) }

    // MARK: Links

    /// The indices of the nearest entries, from this one down, that searches stop at; -1 where there is none.
    private struct Link {
        let previousNamesake: Int32
        let html: Int32
        let special: Int32
        let itemBarrier: Int32
        let elementBound: Int32

        init(to entry: Entry, at index: Int32, above below: Link?, previousNamesake: Int32) {
            self.previousNamesake = previousNamesake
            html = entry.namespace == .html ? index : below?.html ?? -1
            let isSpecial = entry.isSpecial
            special = isSpecial ? index : below?.special ?? -1
            itemBarrier = isSpecial && !entry.isHTML(in: Self.transparentToItems) ? index : below?.itemBarrier ?? -1
            elementBound = entry.boundsScope ? index : below?.elementBound ?? -1
        }

        private static let transparentToItems: TagSet = [.address, .div, .p]
    }
}

extension OpenElements.Entry {
    /// Whether the element is one that many rules stop at.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#special>
    var isSpecial: Bool {
        switch namespace {
        case .html: Self.specialElements.contains(name.known)
        case .mathML: TagSet.mathMLTextIntegrationPoints.contains(name.known) || name.known == .annotationXML
        case .svg: TagSet.svgIntegrationPoints.contains(name.known)
        }
    }

    /// Whether searches for an element in scope end at this one.
    fileprivate var boundsScope: Bool {
        namespace == .html ? Self.htmlBounds.contains(name.known) : isSpecial
    }

    private static let htmlBounds: TagSet = [
        .applet, .caption, .html, .marquee, .object, .select, .table, .td, .template, .th,
    ]
    private static let specialElements: TagSet = [
        .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
        .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
        .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html,
        .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed,
        .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
        .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr,
        .track, .ul, .wbr, .xmp,
    ]
}

extension TagSet {
    /// MathML elements whose text may hold HTML.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#mathml-text-integration-point>
    static let mathMLTextIntegrationPoints: TagSet = [.mi, .mn, .mo, .ms, .mtext]

    /// SVG elements whose content is HTML.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point>
    static let svgIntegrationPoints: TagSet = [.desc, .foreignObject, .title]

    static let headings: TagSet = [.h1, .h2, .h3, .h4, .h5, .h6]
}
