// SPDX-License-Identifier: Apache-2.0

/// XML documents as bytes, made ready for a reader that knows only UTF-8.
enum XMLSource {
    /// The document in UTF-8, without a byte order mark and without white space and NUL in front.
    ///
    /// Decodes UTF-16 with a byte order mark, and ISO-8859-1 where the XML declaration names it and the bytes are not
    /// UTF-8. Anything else is passed on as it is.
    static func utf8(_ document: ByteView) -> [UInt8] {
        if document.has([0xFF, 0xFE]) {
            return utf8(fromUTF16: document, .littleEndian)
        }
        if document.has([0xFE, 0xFF]) {
            return utf8(fromUTF16: document, .bigEndian)
        }
        // Packets are often padded; a declaration has to come first.
        let bytes = document.view(from: document.has([0xEF, 0xBB, 0xBF]) ? 3 : 0).array
        let trimmed = Array(bytes.drop { [0, 0x09, 0x0A, 0x0D, 0x20].contains($0) })
        if declaresLatin1(trimmed), String(validating: trimmed, as: UTF8.self) == nil {
            return Array(String(String.UnicodeScalarView(trimmed.map { Unicode.Scalar($0) })).utf8)
        }
        return trimmed
    }

    /// An attribute's value with the ampersands that libxml2 leaves as references for a second pass.
    static func restoringAmpersands(in value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
        let reference = Array("#38;".utf8)
        var rest = Array(value.utf8)[...]
        var restored: [UInt8] = []
        while let byte = rest.popFirst() {
            restored.append(byte)
            if byte == UInt8(ascii: "&"), rest.starts(with: reference) {
                rest = rest.dropFirst(reference.count)
            }
        }
        return String(decoding: restored, as: UTF8.self)
    }

    private static func utf8(fromUTF16 document: ByteView, _ order: ByteView.Order) -> [UInt8] {
        let units = stride(from: 2, to: document.count - 1, by: 2).map { offset in
            UInt16(truncatingIfNeeded: document.integer(at: offset, width: 2, order) ?? 0)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func declaresLatin1(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "<?xml".utf8) else { return false }
        let declaration = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }.prefix(200), as: UTF8.self)
        let words = declaration.lowercased().split { "\"'".contains($0) }
        return words.contains("iso-8859-1") || words.contains("latin1") || words.contains("windows-1252")
    }
}
