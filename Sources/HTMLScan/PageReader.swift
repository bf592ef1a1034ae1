// SPDX-License-Identifier: Apache-2.0

/// Puts together what a scan tells of a page, once its tree is built and its tags are read.
struct PageReader {
    private let document: Document
    private let outline: PageOutline
    private let tags: AttributeReader
    private let encoding: PageEncoding
    private let texts: TextCollector
    private var surroundings: SurroundingsReader

    init(document: Document, outline: PageOutline, tags: AttributeReader, page: [UInt8], encoding: PageEncoding) {
        self.document = document
        self.outline = outline
        self.tags = tags
        self.encoding = encoding
        texts = TextCollector(document: document, page: page, encoding: encoding)
        surroundings = SurroundingsReader(document: document, tags: tags, texts: texts, labels: outline.labels)
    }

    consuming func read() -> ScannedPage {
        var images: [ImageElement] = []
        for id in outline.imageCandidates {
            let attributes = tags.attributes(of: id, in: document)
            guard let kind = kind(of: id, attributes), let tag = document.tags(of: id).first else { continue }
            images.append(
                ImageElement(
                    kind: kind, tag: tag.range, insertionOffset: tag.nameEnd, attributes: attributes,
                    surroundings: surroundings.surroundings(of: id, attributes)))
        }
        let baseHref = outline.bases.lazy.compactMap { [tags, document] in
            tags.attributes(of: $0, in: document).first { $0.name == "href" }?.value
        }.first
        return ScannedPage(
            encoding: encoding, baseHref: baseHref, title: outline.title.map { texts.text(of: $0) },
            heading: outline.heading.map { texts.text(of: $0) }, images: images)
    }

    private func kind(of id: NodeID, _ attributes: [Attribute]) -> ImageElement.Kind? {
        switch document[id].name.known {
        case .img: return .img
        case .area: return .area
        default:
            let type = attributes.first { $0.name == "type" }?.value
            return type?.lowercased() == "image" ? .inputImage : nil
        }
    }
}
