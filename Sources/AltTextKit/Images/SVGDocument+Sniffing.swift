// SPDX-License-Identifier: Apache-2.0

extension SVGDocument {
    /// How many bytes of a file are searched for the root element.
    private static let searchedLength = 64 << 10

    /// Whether the root element of this text is called `svg`.
    ///
    /// White space, processing instructions, comments and a document type declaration may come first.
    static func isSVG(_ content: ByteView) -> Bool {
        let text = ByteView(XMLSource.utf8(content.view(from: 0, upTo: searchedLength)))
        var offset = 0
        while let byte = text.byte(at: offset) {
            if [0x09, 0x0A, 0x0D, 0x20].contains(byte) {
                offset += 1
                continue
            }
            let end: Int?
            if text.hasASCII("<?", at: offset) {
                end = endOfMarkup(in: text, from: offset + 2, terminator: "?>")
            } else if text.hasASCII("<!--", at: offset) {
                end = endOfMarkup(in: text, from: offset + 4, terminator: "-->")
            } else if text.hasASCII("<!DOCTYPE", at: offset) {
                end = endOfDoctype(in: text, from: offset)
            } else {
                return text.hasASCII("<", at: offset) && rootName(in: text, from: offset + 1) == "svg"
            }
            guard let end else { return false }
            offset = end
        }
        return false
    }

    private static func endOfMarkup(in text: ByteView, from start: Int, terminator: StaticString) -> Int? {
        let length = terminator.utf8CodeUnitCount
        var offset = start
        // Each terminator ends with the first `>` that it can end with.
        while let end = text.offset(of: UInt8(ascii: ">"), from: offset) {
            if end + 1 - length >= start, text.hasASCII(terminator, at: end + 1 - length) {
                return end + 1
            }
            offset = end + 1
        }
        return nil
    }

    private static func endOfDoctype(in text: ByteView, from start: Int) -> Int? {
        var offset = start
        var quote: UInt8?
        var isInSubset = false
        while let byte = text.byte(at: offset) {
            offset += 1
            switch byte {
            case quote: quote = nil
            case _ where quote != nil: continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: ">") where !isInSubset: return offset
            default: continue
            }
        }
        return nil
    }

    /// The name of the element that begins behind its `<`, without its prefix.
    private static func rootName(in text: ByteView, from offset: Int) -> Substring? {
        let name = text.view(from: offset, upTo: 100).text.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":", omittingEmptySubsequences: false).last
    }
}
