// SPDX-License-Identifier: Apache-2.0

/// Picks the IPTC accessibility texts out of the events of an XMP packet, or of an SVG document with one inside.
///
/// Only properties of the image itself count, those directly below `rdf:RDF` and `rdf:Description`: a packet may also
/// describe ingredients, regions and earlier versions.
/// XMP specification part 1: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
struct XMPText {
    /// The texts of `AltTextAccessibility`.
    private(set) var alternatives: [LanguageText] = []
    /// The texts of `ExtDescrAccessibility`.
    private(set) var extendedDescriptions: [LanguageText] = []
    /// The GUID of the packet's continuation in a JPEG file (`xmpNote:HasExtendedXMP`).
    private(set) var extensionGUID: String?

    /// The names of the open elements, and the languages that hold in them.
    private var path: [(name: XMLName, language: String?)] = []
    /// The property that is being read, and how deep its element is.
    private var property: (name: XMLName, depth: Int)?
    private var item = TextGatherer()
    /// Whether the property has had items, so that text beside them does not count.
    private var hasItems = false

    /// The texts of a packet and, in a JPEG file, of its continuation.
    init(packet: [UInt8], in content: ByteView, format: ImageFormat) {
        self.init()
        XMLReader.read(ByteView(packet)) { handle($0) }
        guard format == .jpeg, let guid = extensionGUID,
            let continuation = JPEGSegments.extendedPacket(in: content, guid: guid),
            continuation.count <= XMPPacket.maximumLength
        else { return }
        path = []
        property = nil
        XMLReader.read(ByteView(continuation)) { handle($0) }
    }

    init() {}

    /// Takes in the next event of the document.
    mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let element): start(element)
        case .text(let bytes):
            if property != nil, let name = path.last?.name,
                name == property?.name || name == .rdfItem || name == .rdfValue
            {
                item.append(bytes)
            }
        case .end: end()
        }
    }

    private mutating func start(_ element: XMLElement) {
        // The language of an element is that of its parent, unless it declares one (XML 1.0, 2.12).
        let language = element.language ?? path.last?.language
        if property != nil {
            if element.name == .rdfItem {
                item = TextGatherer(language: language)
                hasItems = true
            }
        } else if path.suffix(2).map(\.name) == [.rdf, .rdfDescription] {
            property = (element.name, path.count)
            item = TextGatherer(language: language)
            hasItems = false
        } else if path.last?.name == .rdf, element.name == .rdfDescription {
            for name in [XMLName.alternativeText, .extendedDescription, .hasExtendedXMP] {
                if let value = element[name] {
                    store(value, language: language, of: name)
                }
            }
        }
        if property != nil, let value = element[.rdfValue] {
            item.append(Array(value.utf8))
        }
        path.append((element.name, language))
    }

    private mutating func end() {
        let name = path.popLast()?.name
        guard let property else { return }
        let isProperty = path.count == property.depth
        if name == .rdfItem || isProperty && !hasItems, let text = item.text {
            store(text, language: item.language, of: property.name)
        }
        if isProperty {
            self.property = nil
        }
        if name == .rdfItem || isProperty {
            item = TextGatherer()
        }
    }

    private mutating func store(_ value: String, language: String?, of property: XMLName) {
        guard let text = TextGatherer.trimmed(value) else { return }
        guard property != .hasExtendedXMP else { return extensionGUID = text }
        guard !SoftwareText.isDefault(text) else { return }
        let isDeclared = language.map { !$0.isEmpty && $0.lowercased() != "x-default" } ?? false
        let translation = LanguageText(language: isDeclared ? language : nil, text: text)
        switch property {
        case .alternativeText where !alternatives.contains { $0.language == translation.language }:
            alternatives.append(translation)
        case .extendedDescription where !extendedDescriptions.contains { $0.language == translation.language }:
            extendedDescriptions.append(translation)
        default:
            break
        }
    }
}

extension XMLName {
    fileprivate static let rdf = rdf("RDF")
    fileprivate static let rdfDescription = rdf("Description")
    fileprivate static let rdfItem = rdf("li")
    fileprivate static let rdfValue = rdf("value")
    fileprivate static let alternativeText = iptc("AltTextAccessibility")
    fileprivate static let extendedDescription = iptc("ExtDescrAccessibility")
    fileprivate static let hasExtendedXMP = XMLName(namespace: "http://ns.adobe.com/xmp/note/", local: "HasExtendedXMP")

    private static func rdf(_ local: String) -> XMLName {
        XMLName(namespace: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", local: local)
    }

    private static func iptc(_ local: String) -> XMLName {
        XMLName(namespace: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", local: local)
    }
}
