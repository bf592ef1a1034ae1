// SPDX-License-Identifier: Apache-2.0

/// Finds the images of a page exactly as a browser does, scripting off.
///
/// The bytes are cut into tokens and a tree by the rules of the HTML standard; libxml2 reads the tags that matter.
/// Takes time and memory in proportion to the page.
public struct ImageScanner: Sendable {
    public init() {}

    /// Scans one page.
    ///
    /// - Parameter page: The bytes of the file as stored, byte order mark included.
    /// - Throws: `ScanError` where the page cannot be read in full. It is never a page without images then.
    public func scan(_ page: [UInt8]) throws(ScanError) -> ScannedPage {
        guard page.count < Int(Int32.max) else { throw .tooLarge(byteCount: page.count) }
        let encoding = PageEncoding.detect(in: page).encoding
        guard encoding.isASCIICompatible else { throw .unsupportedEncoding(encoding.name) }
        let start = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let document = try TreeBuilder.document(
            of: page, projection: encoding.asciiProjection(of: page), from: start)
        let outline = PageOutline(of: document, page: page)
        let tags = try AttributeReader(page: page, encoding: encoding, tags: outline.tagsToRead)
        return PageReader(document: document, outline: outline, tags: tags, page: page, encoding: encoding).read()
    }
}
