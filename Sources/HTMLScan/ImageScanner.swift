// SPDX-License-Identifier: Apache-2.0

/// Finds the images of a page exactly as a browser does, scripting off.
///
/// The bytes are cut into tokens and a tree by the rules of the HTML standard; libxml2 reads the tags that matter.
/// Takes time and memory in proportion to the page.
public struct ImageScanner: Sendable {
    /// A scanner; it keeps nothing from one page to the next.
    public init() {}

    /// Scans one page.
    ///
    /// - Parameter file: The bytes of the file as stored, byte order mark included.
    /// - Throws: `ScanError` where the page cannot be read in full. It is never a page without images then.
    public func scan(_ file: [UInt8]) throws(ScanError) -> ScannedPage {
        try LibXML2.check()
        guard file.count < Int(Int32.max) else { throw .tooLarge(byteCount: file.count) }
        let text = try PageText(of: file)
        let document = try TreeBuilder.document(of: text.bytes, projection: text.markup, from: text.start)
        let outline = PageOutline(of: document, page: text.bytes)
        let attributes = try AttributeReader(page: text, tags: outline.tagsToRead)
        return try PageReader(document: document, outline: outline, attributes: attributes, page: text).read()
    }
}
