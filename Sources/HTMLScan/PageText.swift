// SPDX-License-Identifier: Apache-2.0

/// A page in a form in which its markup is ASCII, and the way back from there to the file.
struct PageText {
    /// The encoding of the file.
    let encoding: PageEncoding
    /// The bytes to scan: those of the file, or its UTF-8 copy where ASCII is not ASCII in the file.
    let bytes: [UInt8]
    /// The encoding of `bytes`.
    let encodingOfBytes: PageEncoding
    /// Where the text begins: behind the byte order mark.
    let start: Int
    private let transcoding: Transcoding

    /// How `bytes` came from the file.
    private enum Transcoding {
        case none
        case utf16(UTF16Transcoding)
        case iso2022JP(ISO2022JPTranscoding)
    }

    /// Reads a file in an encoding.
    ///
    /// - Throws: `ScanError.refusedEncoding` for the encodings that browsers refuse to decode, and `.tooLarge` where the
    ///   file, or its copy in UTF-8, has 2 GiB or more.
    init(of file: [UInt8], in encoding: PageEncoding) throws(ScanError) {
        self.encoding = encoding
        switch encoding {
        case .replacement:
            throw .refusedEncoding
        case .utf16BE, .utf16LE:
            let transcoding = UTF16Transcoding(of: file, isBigEndian: encoding == .utf16BE)
            self.transcoding = .utf16(transcoding)
            bytes = transcoding.utf8
            encodingOfBytes = .utf8
        case .iso2022JP:
            let transcoding = ISO2022JPTranscoding(of: file)
            self.transcoding = .iso2022JP(transcoding)
            bytes = transcoding.utf8
            encodingOfBytes = .utf8
        default:
            transcoding = .none
            bytes = file
            encodingOfBytes = encoding
        }
        guard bytes.count <= ImageScanner.largestPage else { throw .tooLarge(byteCount: bytes.count) }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The bytes, those below 0x80 that belong to a character beyond ASCII made into something that is no markup.
    ///
    /// That is 0xFF, not a letter: a letter behind `<` would begin a tag.
    var markup: [UInt8] {
        encodingOfBytes.hasPlainASCII ? bytes : encodingOfBytes.asciiProjection(of: bytes, replacement: 0xFF)
    }

    /// The byte offset in the file of an ASCII character of `bytes`, or of their end.
    func fileOffset(of offset: Int) -> Int {
        switch transcoding {
        case .none: offset
        case .utf16(let transcoding): transcoding.fileOffset(ofUTF8: offset)
        case .iso2022JP(let transcoding): transcoding.fileOffset(ofUTF8: offset)
        }
    }

    /// The bytes in the file of a tag, whose first and last characters are ASCII.
    func fileRange(of tag: Range<Int>) -> Range<Int> {
        let widthOfASCII = if case .utf16 = transcoding { 2 } else { 1 }
        return fileOffset(of: tag.lowerBound)..<fileOffset(of: tag.upperBound - 1) + widthOfASCII
    }

    /// The text of a range of `bytes`.
    func decode(_ range: Range<Int>) -> String {
        encodingOfBytes.decode(bytes[range])
    }

    /// An attribute's value as a browser has it, from what stands between its quotes.
    func attributeValue(of range: Range<Int>) -> String {
        CharacterReferences.resolve(Self.normalized(decode(range)), in: .attribute)
    }

    /// How many scalars the text of a range of `bytes` has.
    func scalarCount(of range: Range<Int>) -> Int {
        encodingOfBytes.singleByteTable == nil ? decode(range).unicodeScalars.count : range.count
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
