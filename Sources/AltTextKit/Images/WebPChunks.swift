// SPDX-License-Identifier: Apache-2.0

/// The chunks of a WebP file in order.
///
/// RFC 9649: <https://www.rfc-editor.org/rfc/rfc9649>
struct WebPChunks: Sequence, IteratorProtocol {
    private let content: ByteView
    private var offset = 12

    init(_ content: ByteView) {
        self.content = content
    }

    /// The next chunk: its FourCC and its data. A chunk that the file does not hold in full ends the sequence.
    mutating func next() -> (type: String, data: ByteView)? {
        guard let type = content.view(at: offset, count: 4),
            let length = content.integer(at: offset + 4, width: 4, .littleEndian),
            let data = content.view(at: offset + 8, count: length)
        else { return nil }
        offset += 8 + length + length % 2
        return (type.text, data)
    }

    /// The size of the canvas, or of the only bitstream.
    static func size(of content: ByteView) -> (width: Int, height: Int)? {
        // The first chunk is read even where the file ends inside of it: its first ten bytes are enough.
        let data = content.view(from: 20)
        if content.hasASCII("VP8X", at: 12) {
            guard let width = data.integer(at: 4, width: 3, .littleEndian),
                let height = data.integer(at: 7, width: 3, .littleEndian)
            else { return nil }
            return (width + 1, height + 1)
        }
        if content.hasASCII("VP8L", at: 12), data.byte(at: 0) == 0x2F {
            guard let fields = data.integer(at: 1, width: 4, .littleEndian) else { return nil }
            return ((fields & 0x3FFF) + 1, (fields >> 14 & 0x3FFF) + 1)
        }
        if content.hasASCII("VP8 ", at: 12), data.has([0x9D, 0x01, 0x2A], at: 3) {
            guard let width = data.integer(at: 6, width: 2, .littleEndian),
                let height = data.integer(at: 8, width: 2, .littleEndian)
            else { return nil }
            // The upper two bits are a scale for display.
            return (width & 0x3FFF, height & 0x3FFF)
        }
        return nil
    }

    /// The XMP packet.
    static func packet(in content: ByteView) -> [UInt8]? {
        WebPChunks(content).first { $0.type == "XMP " }?.data.array
    }
}
