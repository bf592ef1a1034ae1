// SPDX-License-Identifier: Apache-2.0

/// The text that the elements of a page are called by where something refers to them, or reads them out.
struct ElementNames {
    private let document: Document
    private let tags: AttributeReader
    private let texts: TextCollector
    /// The first element with each `id`, and the first `a` with each `name`; empty where nothing on the page asks for them.
    private let elements: [String: NodeID]
    private let anchors: [String: NodeID]
    private var labelTexts: [NodeID: String] = [:]
    private var headingTexts: [String: String?] = [:]

    init(document: Document, outline: PageOutline, tags: AttributeReader, texts: TextCollector) {
        self.document = document
        self.tags = tags
        self.texts = texts
        func named(_ attribute: String, _ nodes: [NodeID]) -> [String: NodeID] {
            let names = nodes.compactMap { node in
                tags.attributes(of: node, in: document)[attribute].map { ($0, node) }
            }
            return Dictionary(names) { first, _ in first }
        }
        elements = named("id", outline.labels)
        anchors = named("name", outline.labels.filter { document[$0].isHTML(.a) })
    }

    /// The text of the elements that `aria-labelledby` names, hidden or not; `nil` where none of them exists.
    mutating func labelText(
        _ attributes: [Attribute], meter: inout WorkMeter
    ) throws(ScanError) -> String? {
        guard let ids = attributes["aria-labelledby"] else { return nil }
        var found: [String] = []
        for id in ids.split(whereSeparator: \.isWhitespace) {
            guard let label = elements[String(id)] else { continue }
            if let known = labelTexts[label] {
                found.append(known)
                continue
            }
            let text = try text(ofLabel: label, meter: &meter)
            labelTexts[label] = text
            found.append(text)
        }
        guard found.count > 1 else { return found.first }
        let joined = found.joined(separator: " ")
        try meter.spend(joined.utf8.count)
        return joined
    }

    private func text(ofLabel label: NodeID, meter: inout WorkMeter) throws(ScanError) -> String {
        if let standIn = standIn(for: label), !standIn.isEmpty { return standIn }
        return try texts.text(of: label, meter: &meter) { standIn(for: $0) }
    }

    /// What a link or button says to assistive technology.
    ///
    /// Accessible name from content: <https://www.w3.org/TR/accname-1.2/#computation-steps>
    func content(of control: NodeID, meter: inout WorkMeter) throws(ScanError) -> String {
        try texts.text(of: control, meter: &meter) { id in
            HidingEvidence.isHidden(tags.attributes(of: id, in: document)) ? "" : standIn(for: id)
        }
    }

    /// What is read out in place of an element's contents; `nil` where those are.
    private func standIn(for id: NodeID) -> String? {
        let attributes = tags.attributes(of: id, in: document)
        if let label = attributes["aria-label"]?.trimmingSpaces(), !label.isEmpty { return label }
        return document[id].isHTML(.img) ? attributes["alt"] ?? attributes["title"] : nil
    }

    /// The heading of the part of the page that a fragment leads to; `nil` where there is none.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element>
    mutating func heading(at fragment: String, meter: inout WorkMeter) throws(ScanError) -> String? {
        if let known = headingTexts[fragment] { return known }
        var text: String?
        if let target = elements[fragment] ?? anchors[fragment], let heading = try heading(for: target, meter: &meter) {
            text = try texts.text(of: heading, meter: &meter)
        }
        headingTexts[fragment] = .some(text)
        return text
    }

    /// The heading around an anchor, the target itself, or the first heading in it.
    private func heading(for target: NodeID, meter: inout WorkMeter) throws(ScanError) -> NodeID? {
        for ancestor in document.ancestors(of: target) {
            try meter.spend(1)
            if document[ancestor].isHTML(in: Self.headings) { return ancestor }
        }
        var next: NodeID? = target
        while let id = next {
            try meter.spend(1)
            if document[id].isHTML(in: Self.headings) { return id }
            next = document.next(after: id, in: target)
        }
        return nil
    }

    private static let headings: TagSet = [.h1, .h2, .h3, .h4, .h5, .h6]
}
