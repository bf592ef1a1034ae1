// SPDX-License-Identifier: Apache-2.0

/// The chunks of a PNG file in order.
///
/// <https://www.w3.org/TR/png/#5Chunk-layout>
struct PNGChunks: Sequence, IteratorProtocol {
    private let content: ByteView
    private var offset = 8

    init(_ content: ByteView) {
        self.content = content
    }

    /// The next chunk: its type and its data. A chunk that the file does not hold in full ends the sequence.
    mutating func next() -> (type: String, data: ByteView)? {
        guard let length = content.integer(at: offset, width: 4), let type = content.view(at: offset + 4, count: 4),
            let data = content.view(at: offset + 8, count: length)
        else { return nil }
        offset += 12 + length
        return (type.text, data)
    }

    /// The size in the image header.
    static func size(of content: ByteView) -> (width: Int, height: Int)? {
        guard content.hasASCII("IHDR", at: 12), let width = content.integer(at: 16, width: 4),
            let height = content.integer(at: 20, width: 4)
        else { return nil }
        return (width, height)
    }

    /// `true` where the palette has only fully transparent colours; otherwise only the pixels themselves could tell.
    static func isFullyTransparent(_ content: ByteView) -> Bool? {
        var colours: Int?
        for (type, data) in PNGChunks(content) {
            switch type {
            case "IHDR" where data.byte(at: 9) != 3:
                return nil
            case "PLTE":
                colours = data.count / 3
            case "tRNS":
                // Colours behind the last value of the chunk are opaque.
                guard let colours, colours > 0, data.count >= colours else { return nil }
                return data.array.allSatisfy { $0 == 0 } ? true : nil
            case "IDAT", "IEND":
                return nil
            default:
                continue
            }
        }
        return nil
    }

    /// The XMP packet in an international text chunk that is not compressed.
    ///
    /// <https://www.w3.org/TR/png/#11iTXt>
    static func packet(in content: ByteView) -> [UInt8]? {
        let keyword = Array("XML:com.adobe.xmp\0".utf8)
        for (type, data) in PNGChunks(content) where type == "iTXt" && data.has(keyword) {
            // Behind the keyword: compression flag, compression method, language tag, translated keyword.
            guard data.byte(at: keyword.count) == 0, let language = data.offset(of: 0, from: keyword.count + 2),
                let translation = data.offset(of: 0, from: language + 1)
            else { continue }
            return data.view(from: translation + 1).array
        }
        return nil
    }
}
