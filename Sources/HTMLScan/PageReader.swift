// SPDX-License-Identifier: Apache-2.0

/// Puts together what a scan tells of a page, once its tree is built and its tags are read.
struct PageReader {
    private let document: Document
    private let outline: PageOutline
    private let attributes: AttributeReader
    private let page: PageText
    private let texts: TextCollector
    private let baseHref: String?
    /// The language of what declares none itself; `nil` where the page names none.
    private let defaultLanguage: String?
    private var surroundings: SurroundingsReader

    init(document: Document, outline: PageOutline, attributes: AttributeReader, page: PageText) {
        self.document = document
        self.outline = outline
        self.attributes = attributes
        self.page = page
        texts = TextCollector(document: document, page: page)
        baseHref = outline.bases.lazy.compactMap { attributes.attributes(of: $0, in: document)["href"] }.first
        let pragmas = outline.languages.map { attributes.attributes(of: $0, in: document) }
            .filter { $0["http-equiv"]?.lowercased() == "content-language" }
        defaultLanguage = pragmas.compactMap { $0["content"].flatMap(ContentLanguage.tag) }.last
        surroundings = SurroundingsReader(
            document: document, outline: outline, tags: attributes, texts: texts, hasBase: baseHref != nil,
            defaultLanguage: defaultLanguage)
    }

    /// - Parameter forImagesOnly: Whether the texts of the page itself are left out.
    /// - Throws: `ScanError.tooEntangled` where what is around the images is out of proportion to the page.
    consuming func read(forImagesOnly: Bool) throws(ScanError) -> ScannedPage {
        let positions = positions(of: outline.imageCandidates)
        var images: [ImageElement] = []
        for id in outline.imageCandidates {
            let attributes = attributes.attributes(of: id, in: document)
            guard let kind = kind(of: id, attributes), let tag = document.tags(of: id).first,
                let position = positions[tag.range.lowerBound]
            else { continue }
            images.append(
                ImageElement(
                    kind: kind,
                    tag: page.fileRange(of: tag.range), position: position,
                    insertionOffset: page.fileOffset(of: tag.nameEnd), attributes: attributes,
                    surroundings: try surroundings.surroundings(of: id, attributes)))
        }
        let language = document.root.flatMap { attributes.attributes(of: $0, in: document)["lang"] }
        return ScannedPage(
            encoding: page.encoding, language: language ?? defaultLanguage, baseHref: baseHref,
            title: forImagesOnly ? nil : try text(of: outline.title),
            heading: forImagesOnly ? nil : try text(of: outline.heading), refreshHref: refreshHref, images: images)
    }

    private var refreshHref: String? {
        outline.refreshes.lazy.map { attributes.attributes(of: $0, in: document) }
            .filter { $0["http-equiv"]?.lowercased() == "refresh" }
            .compactMap { $0["content"].flatMap(RefreshContent.href) }.first
    }

    private func text(of id: NodeID?) throws(ScanError) -> String? {
        guard let id else { return nil }
        var meter = WorkMeter(pageLength: page.bytes.count)
        return try texts.text(of: id, meter: &meter)
    }

    /// The places of tags by their offsets. The order of a document need not be that of its bytes.
    private func positions(of tags: [NodeID]) -> [Int: ImageElement.Position] {
        var counter = PositionCounter(page: page)
        return tags.map { document[$0].range.lowerBound }.sorted().reduce(into: [:]) { positions, offset in
            positions[offset] = counter.position(of: offset)
        }
    }

    private func kind(of id: NodeID, _ attributes: [Attribute]) -> ImageElement.Kind? {
        switch document[id].name.known {
        case .img: .img
        case .area: .area
        default: attributes["type"]?.lowercased() == "image" ? .inputImage : nil
        }
    }
}
