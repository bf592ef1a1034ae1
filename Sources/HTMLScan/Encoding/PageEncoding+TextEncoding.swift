// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// Encodes text that is to stand in markup; a character that would not be read again as itself becomes a decimal
    /// character reference.
    ///
    /// The text is escaped already: `&`, `<` and quotes pass as they are. No byte of the result is a quote, `<` or `>`
    /// unless the text has that character there (in UTF-16, no code unit), none is a line feed, and a page is read
    /// behind the result as before it; an ISO-2022-JP page that `needsReferences(in:)` is the exception to the latter. C1
    /// controls that the encoding lacks become U+FFFD, since HTML reads their references as characters of windows-1252.
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state>
    ///
    /// - Parameter asReferences: Whether to write a reference for every character beyond ASCII.
    public func encode(_ text: String, asReferences: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        var codec = codec
        let table = singleByteTable
        for scalar in text.unicodeScalars {
            // An escape character makes browsers that guess encodings take a page for ISO-2022-JP.
            let isReference = scalar == "\u{1B}" || asReferences && !scalar.isASCII
            if isReference || !append(scalar, to: &bytes, codec: &codec, table: table) {
                let isC1Control = (0x80...0x9F).contains(scalar.value)
                for digit in "&#\(isC1Control ? 0xFFFD : scalar.value);".unicodeScalars {
                    _ = append(digit, to: &bytes, codec: &codec, table: table)
                }
            }
        }
        codec?.finish(&bytes)
        return bytes
    }

    /// Whether text has to be written into this page as references to leave all that follows as it is.
    ///
    /// That is an ISO-2022-JP page with passages in JIS X 0201 Roman: text written with escape sequences would end such
    /// a passage, and turn its later yen signs into backslashes.
    public func needsReferences(in page: [UInt8]) -> Bool {
        guard self == .iso2022JP else { return false }
        return page.indices.dropLast(2).contains { page[$0] == 0x1B && page[$0 + 1] == 0x28 && page[$0 + 2] == 0x4A }
    }

    /// Appends one scalar, or returns `false` where the encoding lacks it.
    func append(
        _ scalar: Unicode.Scalar,
        to bytes: inout [UInt8],
        codec: inout (any MultiByteCodec)?,
        table: [UInt16]?
    ) -> Bool {
        if codec != nil { return codec?.append(scalar, to: &bytes) ?? false }
        switch self {
        case .utf16BE, .utf16LE:
            let encoded = scalar.utf16.flatMap { unit in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return self == .utf16BE ? pair : pair.reversed()
            }
            // A byte that looks like one would end a line of a diff inside of a character.
            if !scalar.isASCII, encoded.contains(ASCII.lineFeed) { return false }
            bytes += encoded
        default:
            guard let table, !scalar.isASCII else {
                bytes.append(utf8Of: scalar)
                return true
            }
            let index = table.firstIndex { $0 == scalar.value }
            guard let index, scalar != "\u{FFFD}" else { return false }
            bytes.append(UInt8(index + 0x80))
        }
        return true
    }
}
