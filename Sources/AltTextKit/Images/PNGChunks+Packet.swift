// SPDX-License-Identifier: Apache-2.0

extension PNGChunks {
    /// The XMP packet, in the text chunk of the XMP specification or else in that of ImageMagick.
    ///
    /// Of several the first is read, and no other if it has a fault: so no file makes work without end.
    static func packet(in content: ByteView) -> [UInt8]? {
        if let text = text(in: content, type: "iTXt", keyword: "XML:com.adobe.xmp\0") {
            return internationalText(text)
        }
        if let text = text(in: content, type: "zTXt", keyword: "Raw profile type xmp\0") {
            // A byte for the method of compression comes first.
            return Inflation.inflated(text.view(from: 1), upTo: XMPPacket.maximumLength).flatMap(rawProfile)
        }
        return text(in: content, type: "tEXt", keyword: "Raw profile type xmp\0").flatMap { rawProfile($0.array) }
    }

    /// What stands behind the keyword in the first chunk with it.
    private static func text(in content: ByteView, type: String, keyword: StaticString) -> ByteView? {
        PNGChunks(content).first { $0.type == type && $0.data.hasASCII(keyword) }?.data
            .view(from: keyword.utf8CodeUnitCount)
    }

    /// The text behind compression flag, compression method, language tag and translated keyword.
    ///
    /// <https://www.w3.org/TR/png/#11iTXt>
    private static func internationalText(_ data: ByteView) -> [UInt8]? {
        guard let language = data.offset(of: 0, from: 2), let keyword = data.offset(of: 0, from: language + 1) else {
            return nil
        }
        let text = data.view(from: keyword + 1)
        return switch (data.byte(at: 0), data.byte(at: 1)) {
        case (0, _): text.array
        case (1, 0): Inflation.inflated(text, upTo: XMPPacket.maximumLength)
        default: nil
        }
    }

    /// The bytes of a profile as ImageMagick writes it: its kind, its length, and its bytes in hexadecimal digits.
    ///
    /// <https://exiftool.org/TagNames/PNG.html#TextualData>
    private static func rawProfile(_ text: [UInt8]) -> [UInt8]? {
        let words = text.split { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
        guard words.count > 2, let length = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
        let digits = words.dropFirst(2).joined().compactMap(hexadecimalDigit)
        // One digit too few would shift all others.
        guard digits.count.isMultiple(of: 2), digits.count / 2 == length else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
