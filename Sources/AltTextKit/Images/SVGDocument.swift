// SPDX-License-Identifier: Apache-2.0

/// What an SVG document says about itself: its size, and the text alternatives of the whole.
///
/// SVG 2, 5.8: <https://www.w3.org/TR/SVG2/struct.html#DescriptionAndTitleElements>
struct SVGDocument {
    private static let namespace = "http://www.w3.org/2000/svg"

    /// The `width` and `height` of the root element in CSS pixels; `nil` where either is missing or in another unit.
    private(set) var size: (width: Int, height: Int)?

    private var depth = 0
    private var rootLanguage: String?
    private var isSVG = false
    /// The child of the root that is being read: `title` or `desc`.
    private var child: (name: String, text: TextGatherer)?
    private var titles: [LanguageText] = []
    private var descriptions: [LanguageText] = []
    private var metadata = XMPText()

    /// Reads a document; of one with a fault, what stands before the fault.
    init(_ content: ByteView) {
        XMLReader.read(content) { handle($0) }
    }

    /// The texts: XMP metadata inside of the document before its own `title`.
    var embedded: EmbeddedText {
        let hasMetadata = !metadata.alternatives.isEmpty
        return EmbeddedText(
            origin: hasMetadata ? .xmp : .svgTitle,
            alternatives: hasMetadata ? metadata.alternatives : titles,
            extendedDescriptions: metadata.extendedDescriptions.isEmpty ? descriptions : metadata.extendedDescriptions
        )
    }

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let element):
            depth += 1
            start(element)
        case .text(let bytes):
            child?.text.append(bytes)
        case .end:
            depth -= 1
            if depth == 1 {
                endChild()
            }
        }
        if isSVG {
            metadata.handle(event)
        }
    }

    private mutating func start(_ element: XMLElement) {
        if depth == 1 {
            isSVG = element.name == XMLName(namespace: Self.namespace, local: "svg")
            rootLanguage = element.language
            if isSVG, let width = Self.pixels(element, "width"), let height = Self.pixels(element, "height") {
                size = (width, height)
            }
        } else if depth == 2, isSVG, element.name.namespace == Self.namespace,
            element.name.local == "title" || element.name.local == "desc"
        {
            child = (element.name.local, TextGatherer(language: element.language ?? rootLanguage))
        }
    }

    private mutating func endChild() {
        defer { child = nil }
        guard let child, let text = child.text.text.flatMap(TextGatherer.collapsed), !SoftwareText.isDefault(text)
        else {
            return
        }
        let language = child.text.language.flatMap { $0.isEmpty ? nil : $0 }
        let translation = LanguageText(language: language, text: text)
        // Of several in one language the first counts.
        if child.name == "title", !titles.contains(where: { $0.language == language }) {
            titles.append(translation)
        } else if child.name == "desc", !descriptions.contains(where: { $0.language == language }) {
            descriptions.append(translation)
        }
    }

    /// The value of a length attribute without a unit or in `px`, rounded.
    private static func pixels(_ element: XMLElement, _ attribute: String) -> Int? {
        guard let value = element[XMLName(namespace: "", local: attribute)].flatMap(TextGatherer.trimmed)
        else {
            return nil
        }
        let number = value.hasSuffix("px") ? value.dropLast(2) : value[...]
        guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let pixels = Double(number), pixels < 1e9
        else { return nil }
        return Int(pixels.rounded())
    }
}
