// SPDX-License-Identifier: Apache-2.0

/// Tells what is around an image. What several images share is worked out once, so a page takes time in proportion to its size.
struct SurroundingsReader {
    /// What an element passes on to everything inside of it.
    private struct Context {
        var language: String?
        var hidingEvidence = HidingEvidence()
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
    private let defaultLanguage: String?
    private var names: ElementNames
    private var controls: ControlReader
    private var meter: WorkMeter
    private var contexts: [NodeID: Context] = [:]
    /// Where an image without alt was met already. Copies for readers without scripts are a place of their own.
    private var controlsWithImage: Set<ControlPlace> = []
    private var figures: [NodeID: Surroundings.Figure] = [:]
    /// The last `img` that can be perceived, and where its link leads.
    private var previousImage: (id: NodeID, href: String?)?

    /// - Parameters:
    ///   - hasBase: Whether the page has a `base href`, so that `#part` need not lead to a part of it.
    ///   - defaultLanguage: The language where no element around an image declares one; `nil` where that is not known.
    init(
        document: Document, outline: PageOutline, tags: AttributeReader, texts: TextCollector, hasBase: Bool,
        defaultLanguage: String?
    ) {
        self.document = document
        self.defaultLanguage = defaultLanguage
        self.outline = outline.figures
        self.tags = tags
        self.texts = texts
        names = ElementNames(document: document, outline: outline, tags: tags, texts: texts)
        controls = ControlReader(document: document, tags: tags, hasOwnFragments: !hasBase)
        adjacentContent = AdjacentContentReader(document: document, texts: texts)
        meter = WorkMeter(pageLength: texts.page.bytes.count)
    }

    mutating func surroundings(of image: NodeID, _ attributes: [Attribute]) throws(ScanError) -> Surroundings {
        // The image's own `lang`, `hidden` and so on count as well.
        var context = document[image].parent.map { self.context(inside: $0) } ?? Context()
        apply(attributes, of: image, to: &context)
        if document[image].isHTML(.img), ControlReader.kind(of: document[image], attributes) != nil {
            context.control = image
        }
        var surroundings = Surroundings()
        surroundings.language = context.language ?? defaultLanguage
        surroundings.hidingEvidence = context.hidingEvidence.description
        surroundings.isIgnored = context.isIgnored
        surroundings.isInNoscript = context.isInNoscript
        surroundings.isInTemplate = context.isInTemplate
        if let id = context.control {
            surroundings.control = try controls.control(id, names: &names, meter: &meter)
            let place = ControlPlace(control: id, isInNoscript: context.isInNoscript)
            let isPerceivable = surroundings.hidingEvidence == nil && !context.isIgnored
            surroundings.followsImageInControl = isPerceivable && controlsWithImage.contains(place)
            // One with an alt does not wait for a text: it has one, or bears no name.
            if isPerceivable, attributes["alt"] == nil { controlsWithImage.insert(place) }
        }
        if let id = context.figure { surroundings.figure = try figure(id) }
        surroundings.pictureSources = try pictureSources(before: image)
        surroundings.labelText = try names.labelText(attributes, meter: &meter)
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
        if ControlReader.kind(of: document[id], attributes) != nil { context.control = id }
        guard document[id].namespace == .html else { return }
        switch document[id].name.known {
        case .figure: context.figure = id
        case .noscript: context.isInNoscript = true
        case .template: context.isInTemplate = true
        default: break
        }
    }

    private func apply(_ attributes: [Attribute], of id: NodeID, to context: inout Context) {
        if let language = attributes["lang"] ?? attributes["xml:lang"] {
            context.language = language.trimmingSpaces()
        }
        if attributes["data-alttext-ignore"] != nil { context.isIgnored = true }
        context.hidingEvidence.enter(attributes, of: document[id])
    }

    // MARK: Figures, pictures

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
            if let srcset = attributes["srcset"] {
                sources.append(.init(srcset: srcset, type: attributes["type"], media: attributes["media"]))
            }
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
            adjacentContent.isDirectly(image, behind: previous),
            let tag = document.tags(of: previous).first?.range, let ownTag = document.tags(of: image).first?.range,
            texts.page.fileRange(of: tag).isNear(texts.page.fileRange(of: ownTag))
        else { return nil }
        let attributes = tags.attributes(of: image, in: document)
        let previousAttributes = tags.attributes(of: previous, in: document)
        return Surroundings.PrecedingImage(
            offset: texts.page.fileOffset(of: tag.lowerBound), alt: previousAttributes["alt"],
            hasSameSource: Self.sourceAttributes.allSatisfy { attributes[$0] == previousAttributes[$0] })
    }

    /// Where the sources of an image are, also of one that a script loads late.
    private static let sourceAttributes = ["src", "srcset", "data-src", "data-srcset"]
}

extension StringProtocol {
    /// The text without the white space at both ends.
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
