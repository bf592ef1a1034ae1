// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// XML documents as bytes, made ready for a reader that knows only UTF-8.
///
/// XML 1.0, appendix F: <https://www.w3.org/TR/xml/#sec-guessing>
enum XMLSource {
    /// How documents in UTF-32 and UTF-16 begin, by a byte order mark or by the first characters of their markup.
    private static let wideBeginnings: [(bytes: [UInt8], width: Int, order: ByteView.Order)] = [
        ([0, 0, 0xFE, 0xFF], 4, .bigEndian), ([0xFF, 0xFE, 0, 0], 4, .littleEndian),
        ([0, 0, 0, 0x3C], 4, .bigEndian), ([0x3C, 0, 0, 0], 4, .littleEndian),
        ([0xFE, 0xFF], 2, .bigEndian), ([0xFF, 0xFE], 2, .littleEndian),
        ([0, 0x3C], 2, .bigEndian), ([0x3C, 0], 2, .littleEndian),
    ]

    /// The document in UTF-8, without a byte order mark and without white space and NUL in front.
    ///
    /// Decodes UTF-16 and UTF-32, and whatever encoding a browser knows by the name in the XML declaration, unless the
    /// bytes are UTF-8 all the same. Anything else is passed on as it is.
    static func utf8(_ document: ByteView) -> [UInt8] {
        let wide = wideBeginnings.first { document.has($0.bytes) }
        let bytes = wide.map { utf8(of: document, width: $0.width, $0.order) } ?? document.array
        // Packets are often padded; a declaration has to come first.
        let trimmed = bytes.drop { [0, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains($0) }
        if wide == nil, let encoding = declaredEncoding(of: trimmed), String(validating: trimmed, as: UTF8.self) == nil
        {
            return Array(encoding.decode(trimmed).utf8)
        }
        return Array(trimmed)
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

    private static func utf8(of document: ByteView, width: Int, _ order: ByteView.Order) -> [UInt8] {
        let units = stride(from: 0, to: document.count - width + 1, by: width).map { offset in
            UInt32(truncatingIfNeeded: document.integer(at: offset, width: width, order) ?? 0)
        }
        let text =
            width == 2
            ? String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
            : String(decoding: units, as: UTF32.self)
        return Array(text.utf8)
    }

    /// The encoding that the XML declaration names; `nil` where it names none, or one in which it could not be read.
    private static func declaredEncoding(of bytes: ArraySlice<UInt8>) -> PageEncoding? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let declaration = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }.prefix(200), as: UTF8.self)
        guard let match = declaration.firstMatch(of: #/\sencoding\s*=\s*["']([^"']+)/#),
            let encoding = PageEncoding(label: String(match.1)), encoding.isASCIICompatible, encoding != .utf8
        else { return nil }
        return encoding
    }
}
