// SPDX-License-Identifier: Apache-2.0

/// Tells what is around an image. What several images share is worked out once, so a page takes time in proportion to its size.
struct SurroundingsReader {
    /// What an element passes on to everything inside of it.
    private struct Context {
        var language: String?
        var hidingEvidence: String?
        var isIgnored = false
        var isInNoscript = false
        var isInTemplate = false
        var control: NodeID?
        var figure: NodeID?
    }

    private struct ControlPlace: Hashable {
        let control: NodeID
        let isInNoscript: Bool
    }

    private let document: Document
    private let tags: AttributeReader
    private let texts: TextCollector
    private let adjacentContent: AdjacentContentReader
    private let outline: FigureOutline
    private let labels: [String: NodeID]
    private var labelTexts: [NodeID: String] = [:]
    private var meter: WorkMeter
    private var contexts: [NodeID: Context] = [:]
    /// Where an image was met already. Copies for readers without scripts are a place of their own.
    private var controlsWithImage: Set<ControlPlace> = []
    private var controls: [NodeID: Surroundings.Control] = [:]
    private var figures: [NodeID: Surroundings.Figure] = [:]
    /// The last `img` that can be perceived, and where its link leads.
    private var previousImage: (id: NodeID, href: String?)?

    init(document: Document, outline: PageOutline, tags: AttributeReader, texts: TextCollector) {
        self.document = document
        self.outline = outline.figures
        self.tags = tags
        self.texts = texts
        adjacentContent = AdjacentContentReader(document: document, texts: texts)
        meter = WorkMeter(pageLength: texts.page.bytes.count)
        let ids = outline.labels.compactMap { node in
            tags.attributes(of: node, in: document).first { $0.name == "id" }.map { ($0.value, node) }
        }
        self.labels = Dictionary(ids) { first, _ in first }
    }

    mutating func surroundings(of image: NodeID, _ attributes: [Attribute]) throws(ScanError) -> Surroundings {
        // The image's own `lang`, `hidden` and so on count as well.
        var context = document[image].parent.map { self.context(inside: $0) } ?? Context()
        apply(attributes, of: image, to: &context)
        var surroundings = Surroundings()
        surroundings.language = context.language
        surroundings.hidingEvidence = context.hidingEvidence
        surroundings.isIgnored = context.isIgnored
        surroundings.isInNoscript = context.isInNoscript
        surroundings.isInTemplate = context.isInTemplate
        if let id = context.control {
            surroundings.control = try control(id)
            if context.hidingEvidence == nil, !context.isIgnored {
                let place = ControlPlace(control: id, isInNoscript: context.isInNoscript)
                surroundings.followsImageInControl = !controlsWithImage.insert(place).inserted
            }
        }
        if let id = context.figure { surroundings.figure = try figure(id) }
        surroundings.pictureSources = try pictureSources(before: image)
        surroundings.labelText = try labelText(attributes)
        // An empty alt says nothing that a neighbour could repeat.
        if attributes["alt"] != "" {
            surroundings.adjacentTexts = try adjacentContent.texts(besides: image, meter: &meter)
        }
        surroundings.precedingImage = precedingImage(of: image, surroundings)
        return surroundings
    }

    // MARK: What is passed on

    private mutating func context(inside id: NodeID) -> Context {
        var chain: [NodeID] = []
        var context = Context()
        var next: NodeID? = id
        while let ancestor = next {
            if let known = contexts[ancestor] {
                context = known
                break
            }
            chain.append(ancestor)
            next = document[ancestor].parent
        }
        for element in chain.reversed() {
            enter(element, &context)
            contexts[element] = context
        }
        return context
    }

    private func enter(_ id: NodeID, _ context: inout Context) {
        let attributes = tags.attributes(of: id, in: document)
        apply(attributes, of: id, to: &context)
        let role = attributes["role"]?.lowercased()
        guard document[id].namespace == .html else { return }
        switch document[id].name.known {
        case .a where attributes["href"] != nil: context.control = id
        case .button: context.control = id
        case .figure: context.figure = id
        case .noscript: context.isInNoscript = true
        case .template: context.isInTemplate = true
        default:
            if role == "link" || role == "button" { context.control = id }
        }
    }

    private func apply(_ attributes: [Attribute], of id: NodeID, to context: inout Context) {
        if let language = attributes["lang"] ?? attributes["xml:lang"] {
            context.language = language.trimmingSpaces()
        }
        if attributes["data-alttext-ignore"] != nil { context.isIgnored = true }
        if context.hidingEvidence == nil {
            context.hidingEvidence = HidingEvidence.find(in: attributes, of: document[id])
        }
    }

    // MARK: Links, figures, pictures, labels

    private mutating func control(_ id: NodeID) throws(ScanError) -> Surroundings.Control {
        if let known = controls[id] { return known }
        let attributes = tags.attributes(of: id, in: document)
        let isButton =
            document[id].isHTML(.button) || (!document[id].isHTML(.a) && attributes["role"]?.lowercased() == "button")
        let text = try texts.text(of: id, meter: &meter) { [tags, document] in
            tags.attributes(of: $0, in: document)["alt"]
        }
        let ownName = [attributes["aria-label"], attributes["title"]].lazy
            .compactMap { $0?.trimmingSpaces() }.first { !$0.isEmpty }
        let control = Surroundings.Control(
            kind: isButton ? .button : .link, href: attributes["href"], text: text, ownName: ownName)
        controls[id] = control
        return control
    }

    private mutating func figure(_ id: NodeID) throws(ScanError) -> Surroundings.Figure {
        if let known = figures[id] { return known }
        var caption = ""
        for node in outline.captions[id] ?? [] where caption.isEmpty {
            caption = try texts.text(of: node, meter: &meter)
        }
        let figure = Surroundings.Figure(caption: caption, imageCount: outline.imageCounts[id] ?? 0)
        figures[id] = figure
        return figure
    }

    private mutating func pictureSources(before image: NodeID) throws(ScanError) -> [Surroundings.PictureSource] {
        guard let parent = document[image].parent, document[parent].isHTML(.picture) else { return [] }
        var sources: [Surroundings.PictureSource] = []
        for child in document.children(of: parent) {
            if child == image { break }
            try meter.spend(100)
            guard document[child].isHTML(.source) else { continue }
            let attributes = tags.attributes(of: child, in: document)
            if let srcset = attributes["srcset"] { sources.append(.init(srcset: srcset, type: attributes["type"])) }
        }
        return sources
    }

    /// - Precondition: Images are asked for in document order.
    private mutating func precedingImage(
        of image: NodeID, _ surroundings: Surroundings
    ) -> Surroundings.PrecedingImage? {
        guard document[image].isHTML(.img), surroundings.hidingEvidence == nil else { return nil }
        let href = surroundings.control?.href
        defer { previousImage = (image, href) }
        guard let (previous, previousHref) = previousImage, href == previousHref,
            adjacentContent.isDirectly(image, behind: previous), let tag = document.tags(of: previous).first
        else { return nil }
        return Surroundings.PrecedingImage(
            offset: texts.page.fileOffset(of: tag.range.lowerBound),
            alt: tags.attributes(of: previous, in: document)["alt"])
    }

    private mutating func labelText(_ attributes: [Attribute]) throws(ScanError) -> String? {
        guard let ids = attributes["aria-labelledby"] else { return nil }
        var found: [String] = []
        for id in ids.split(whereSeparator: \.isWhitespace) {
            guard let label = labels[String(id)] else { continue }
            if let known = labelTexts[label] {
                found.append(known)
                continue
            }
            let text = try texts.text(of: label, meter: &meter)
            labelTexts[label] = text
            found.append(text)
        }
        guard found.count > 1 else { return found.first }
        let joined = found.joined(separator: " ")
        try meter.spend(joined.utf8.count)
        return joined
    }
}

/// What in an element's own tag hides it, as far as the page itself shows it: style sheets are out of sight.
private enum HidingEvidence {
    static func find(in attributes: [Attribute], of node: Node) -> String? {
        guard let evidence = evidence(in: attributes) else { return nil }
        return "\(evidence) on <\(name(of: node))>"
    }

    private static func evidence(in attributes: [Attribute]) -> String? {
        if attributes["aria-hidden"]?.lowercased() == "true" { return "aria-hidden=\"true\"" }
        if attributes["hidden"] != nil { return "hidden" }
        // Declarations without their spaces, so that both `display: none` and `display:none!important` are seen.
        let declarations = (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }.split(separator: ";")
        let hiding = declarations.first { $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden") }
        return hiding.map { "style=\"\($0)\"" }
    }

    private static func name(of node: Node) -> String {
        node.name.known == .other ? "element" : String(decoding: node.name.known.spelling, as: UTF8.self)
    }
}

extension [Attribute] {
    /// The value of the attribute with this lower-case name; `nil` where there is none.
    subscript(name: String) -> String? {
        first { $0.name == name }?.value
    }
}

extension StringProtocol {
    /// The text without the white space at both ends.
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
