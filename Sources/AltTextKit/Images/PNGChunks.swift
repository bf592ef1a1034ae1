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
}
