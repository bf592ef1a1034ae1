// SPDX-License-Identifier: Apache-2.0

/// Finds the images of a page exactly as a browser does, scripting off.
///
/// The bytes are cut into tokens and a tree by the rules of the HTML standard; libxml2 reads the tags that matter.
/// Takes time and memory in proportion to the page.
public struct ImageScanner: Sendable {
    /// How many bytes a page can have: libxml2 counts them in an `int`.
    public static let largestPage = Int(Int32.max) - 1

    /// A scanner; it keeps nothing from one page to the next.
    public init() {}

    /// Scans one page.
    ///
    /// - Parameter file: The bytes of the file as stored, byte order mark included.
    /// - Throws: `ScanError` where the page cannot be read in full. It is never a page without images then.
    public func scan(_ file: [UInt8]) throws(ScanError) -> ScannedPage {
        let (text, tentativeEncoding) = try read(file)
        return try scan(text, of: file, tentativeEncoding: tentativeEncoding)
    }

    /// How much an element matters to whoever asks for a scan.
    public enum Interest: Comparable, Sendable {
        /// It may be missing from the result.
        case none
        /// All about it has to be known but the text beside it.
        case element
        /// All about it has to be known.
        case surroundings
    }

    /// Scans one page for the images that are of interest.
    ///
    /// A page that has none is not parsed, and others only as far as those images go: an audit of pages with nothing to find
    /// costs about as much as reading them.
    ///
    /// - Parameters:
    ///   - file: The bytes of the file as stored, byte order mark included.
    ///   - interest: How much an element matters. Asked in the order of the bytes, of each tag that may be one, with
    ///     nothing around it and at no position, until the page has to be read in full; and told whether there is a
    ///     `figcaption` anywhere on the page.
    /// - Returns: The page as `scan(_:)` has it, but for what is not of interest: images may be missing then, and so may the
    ///   title, the heading, the language and the refresh.
    /// - Throws: `ScanError` where the page cannot be read as far as those images go.
    public func scan(
        _ file: [UInt8], for interest: (_ element: ImageElement, _ mayHaveCaption: Bool) -> Interest
    ) throws(ScanError) -> ScannedPage {
        let (text, tentativeEncoding) = try read(file)
        let glance = PageGlance(at: text.markup, readIn: text.encoding)
        var end: Int? = glance.isComplete ? nil : .max
        for tag in glance.imageTags where end != .max {
            let element = text.element(of: tag)
            switch interest(element, glance.hasFigureCaption) {
            case .none: continue
            case .element: end = max(tag.source.range.upperBound, end ?? 0)
            case .surroundings: end = .max
            }
        }
        if glance.mayChangeEncoding, tentativeEncoding != nil { end = .max }
        guard let end else { return ScannedPage(encoding: text.encoding) }
        return try scan(
            text, of: file, tentativeEncoding: tentativeEncoding, forImagesBefore: max(end, glance.endOfOuterTags))
    }

    /// The text of a page, and its encoding if a `meta` can still change that.
    private func read(_ file: [UInt8]) throws(ScanError) -> (text: PageText, tentativeEncoding: PageEncoding?) {
        try LibXML2.check()
        guard file.count <= Self.largestPage else { throw .tooLarge(byteCount: file.count) }
        let guess = PageEncoding.detect(in: file)
        return (try PageText(of: file, in: guess.encoding), guess.tentativeEncoding)
    }

    private func scan(
        _ text: PageText, of file: [UInt8], tentativeEncoding: PageEncoding?, forImagesBefore end: Int? = nil
    ) throws(ScanError) -> ScannedPage {
        var text = text
        var document = try TreeBuilder.document(
            of: text.bytes, projection: text.markup, from: text.start, tentativeEncoding: tentativeEncoding,
            settledFrom: end ?? .max)
        if let encoding = document.newEncoding {
            text = try PageText(of: file, in: encoding)
            document = try TreeBuilder.document(of: text.bytes, projection: text.markup, from: text.start)
        }
        let outline = PageOutline(of: document, page: text.bytes)
        if let end, end < .max, outline.refersToElements {
            // The elements that label others may be anywhere.
            return try scan(text, of: file, tentativeEncoding: tentativeEncoding, forImagesBefore: .max)
        }
        let attributes = try AttributeReader(page: text, tags: outline.tagsToRead)
        let reader = PageReader(document: document, outline: outline, attributes: attributes, page: text)
        return try reader.read(forImagesOnly: end != nil)
    }
}

extension ScannedPage {
    /// A page on which nothing is of interest.
    fileprivate init(encoding: PageEncoding) {
        self.init(
            encoding: encoding, language: nil, baseHref: nil, title: nil, heading: nil, refreshHref: nil, images: [])
    }
}

extension PageText {
    /// The element that a tag makes, with nothing around it.
    fileprivate func element(of tag: PageGlance.ImageTag) -> ImageElement {
        var attributes: [Attribute] = []
        var names: Set<String> = []
        var cursor = AttributeCursor(bytes: bytes, nameEnd: tag.source.nameEnd)
        while let range = cursor.next() {
            let name = String(decoding: bytes[range.name].map(ASCII.lowercased), as: UTF8.self)
            guard names.insert(name).inserted else { continue }
            attributes.append(Attribute(name: name, value: range.value.map(attributeValue(of:)) ?? ""))
        }
        return ImageElement(
            kind: tag.kind, tag: fileRange(of: tag.source.range), position: .init(line: 1, column: 1),
            insertionOffset: fileOffset(of: tag.source.nameEnd), attributes: attributes, surroundings: Surroundings())
    }
}
