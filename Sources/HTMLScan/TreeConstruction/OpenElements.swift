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

        func isHTML(_ tag: TagName) -> Bool {
            name.known == tag && namespace == .html
        }

        func isHTML(in tags: TagSet) -> Bool {
            namespace == .html && tags.contains(name.known)
        }
    }

    private(set) var entries: [Entry] = []
    /// How often each HTML element is open: most questions to the stack are about one that is not.
    private var counts = [Int32](repeating: 0, count: TagName.allCases.count)

    var current: Entry? { entries.last }
    var count: Int { entries.count }

    func isOpen(_ tag: TagName) -> Bool {
        counts[Int(tag.rawValue)] > 0
    }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        tally(entry, by: 1)
    }

    @discardableResult
    mutating func pop() -> Entry? {
        guard let entry = entries.popLast() else { return nil }
        tally(entry, by: -1)
        return entry
    }

    /// Pops until an HTML element with one of these names has been popped.
    mutating func pop(through tags: TagSet) {
        while let entry = pop(), !entry.isHTML(in: tags) {}
    }

    /// Pops until this element has been popped.
    mutating func pop(through node: NodeID) {
        while let entry = pop(), entry.node != node {}
    }

    /// Pops while the current node is not one of these HTML elements.
    mutating func pop(to tags: TagSet) {
        while let current, !current.isHTML(in: tags) { pop() }
    }

    func index(of node: NodeID) -> Int? {
        entries.lastIndex { $0.node == node }
    }

    mutating func remove(at index: Int) {
        tally(entries.remove(at: index), by: -1)
    }

    mutating func insert(_ entry: Entry, at index: Int) {
        entries.insert(entry, at: index)
        tally(entry, by: 1)
    }

    mutating func replace(at index: Int, with entry: Entry) {
        tally(entries[index], by: -1)
        entries[index] = entry
        tally(entry, by: 1)
    }

    private mutating func tally(_ entry: Entry, by step: Int32) {
        if entry.namespace == .html { counts[Int(entry.name.known.rawValue)] += step }
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
        isOpen(tag) && has(in: scope) { $0.isHTML(tag) }
    }

    /// Whether an HTML element with one of these names is in the scope.
    func has(anyOf tags: TagSet, in scope: Scope = .element) -> Bool {
        has(in: scope) { $0.isHTML(in: tags) }
    }

    /// Whether this very element is in the scope.
    func has(_ node: NodeID) -> Bool {
        has(in: .element) { $0.node == node }
    }

    private func has(in scope: Scope, _ isWanted: (Entry) -> Bool) -> Bool {
        for entry in entries.reversed() {
            if isWanted(entry) { return true }
            if Self.bounds(entry, scope) { return false }
        }
        return false
    }

    private static func bounds(_ entry: Entry, _ scope: Scope) -> Bool {
        switch (entry.namespace, scope) {
        case (.html, .table): htmlBoundsOfTableScope.contains(entry.name.known)
        case (.html, .listItem) where entry.name.known == .ol || entry.name.known == .ul: true
        case (.html, .button) where entry.name.known == .button: true
        case (.html, _): htmlBounds.contains(entry.name.known)
        case (_, .table): false
        case (.mathML, _): TagSet.mathMLTextIntegrationPoints.contains(entry.name.known) || entry.name.known == .annotationXML
        case (.svg, _): TagSet.svgIntegrationPoints.contains(entry.name.known)
        }
    }

    private static let htmlBoundsOfTableScope: TagSet = [.html, .table, .template]
    private static let htmlBounds: TagSet = [
        .applet, .caption, .html, .marquee, .object, .select, .table, .td, .template, .th,
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
    static let tableSections: TagSet = [.tbody, .tfoot, .thead]
    static let tableCells: TagSet = [.td, .th]
}
