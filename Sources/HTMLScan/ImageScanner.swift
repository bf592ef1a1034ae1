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

    /// Scans one page for its images alone.
    ///
    /// A page that has no tag of one is not parsed: to audit it costs about as much as to read it.
    ///
    /// - Parameter file: The bytes of the file as stored, byte order mark included.
    /// - Returns: The page as `scan(_:)` has it; without images it may lack everything else, too.
    /// - Throws: `ScanError` where a page that may have images cannot be read in full.
    public func scanImages(of file: [UInt8]) throws(ScanError) -> ScannedPage {
        let (text, tentativeEncoding) = try read(file)
        let glance = PageGlance(at: text.markup, readIn: text.encoding)
        guard glance.mayHaveImages || (glance.mayChangeEncoding && tentativeEncoding != nil) else {
            return ScannedPage(encoding: text.encoding)
        }
        return try scan(text, of: file, tentativeEncoding: tentativeEncoding)
    }

    /// The text of a page, and its encoding if a `meta` can still change that.
    private func read(_ file: [UInt8]) throws(ScanError) -> (text: PageText, tentativeEncoding: PageEncoding?) {
        try LibXML2.check()
        guard file.count <= Self.largestPage else { throw .tooLarge(byteCount: file.count) }
        let guess = PageEncoding.detect(in: file)
        return (try PageText(of: file, in: guess.encoding), guess.tentativeEncoding)
    }

    private func scan(
        _ text: PageText, of file: [UInt8], tentativeEncoding: PageEncoding?
    ) throws(ScanError) -> ScannedPage {
        var text = text
        var document = try TreeBuilder.document(
            of: text.bytes, projection: text.markup, from: text.start, tentativeEncoding: tentativeEncoding)
        if let encoding = document.newEncoding {
            text = try PageText(of: file, in: encoding)
            document = try TreeBuilder.document(of: text.bytes, projection: text.markup, from: text.start)
        }
        let outline = PageOutline(of: document, page: text.bytes)
        let attributes = try AttributeReader(page: text, tags: outline.tagsToRead)
        return try PageReader(document: document, outline: outline, attributes: attributes, page: text).read()
    }
}

extension ScannedPage {
    /// A page of which nothing is known but that it has no images.
    fileprivate init(encoding: PageEncoding) {
        self.init(
            encoding: encoding, language: nil, baseHref: nil, title: nil, heading: nil, refreshHref: nil, images: [])
    }
}
