// SPDX-License-Identifier: Apache-2.0

/// A page in a form in which its markup is ASCII, and the way back from there to the file.
struct PageText {
    /// The encoding of the file.
    let encoding: PageEncoding
    /// The bytes to scan: those of the file, or its UTF-8 copy where the file is in UTF-16.
    let bytes: [UInt8]
    /// The encoding of `bytes`.
    let encodingOfBytes: PageEncoding
    /// Where the text begins: behind the byte order mark.
    let start: Int
    private let transcoding: UTF16Transcoding?

    /// Finds the encoding of a file.
    ///
    /// - Throws: `ScanError.refusedEncoding` for the encodings that browsers refuse to decode.
    init(of file: [UInt8]) throws(ScanError) {
        encoding = PageEncoding.detect(in: file).encoding
        switch encoding {
        case .replacement:
            throw .refusedEncoding
        case .utf16BE, .utf16LE:
            let transcoding = UTF16Transcoding(of: file, isBigEndian: encoding == .utf16BE)
            self.transcoding = transcoding
            bytes = transcoding.utf8
            encodingOfBytes = .utf8
        default:
            transcoding = nil
            bytes = file
            encodingOfBytes = encoding
        }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The bytes with everything that is not ASCII made into something that is not markup either, each at its place.
    ///
    /// That is 0xFF, not a letter: a letter behind `<` would begin a tag.
    var markup: [UInt8] { encodingOfBytes.asciiProjection(of: bytes, replacement: 0xFF) }

    /// The byte offset in the file of an offset in `bytes`.
    func fileOffset(of offset: Int) -> Int {
        transcoding?.fileOffset(ofUTF8: offset) ?? offset
    }

    /// The text of a range of `bytes`.
    func decode(_ range: Range<Int>) -> String {
        encodingOfBytes.decode(bytes[range])
    }

    /// An attribute's text as a browser's tokenizer leaves it: line ends are LF, and NUL is U+FFFD.
    static func normalized(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == ASCII.carriageReturn || $0 == 0 }) else { return text }
        var output: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0: output += "\u{FFFD}".utf8
            case ASCII.carriageReturn: output.append(ASCII.lineFeed)
            case ASCII.lineFeed where previous == ASCII.carriageReturn: break
            default: output.append(byte)
            }
            previous = byte
        }
        return String(decoding: output, as: UTF8.self)
    }
}
