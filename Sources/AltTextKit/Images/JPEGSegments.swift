// SPDX-License-Identifier: Apache-2.0

/// The marker segments of a JPEG file in front of its first scan.
///
/// ITU-T T.81, annex B: <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>
struct JPEGSegments: Sequence, IteratorProtocol {
    private let content: ByteView
    private var offset = 2

    init(_ content: ByteView) {
        self.content = content
    }

    /// The next segment: its marker's second byte, and what follows its length.
    mutating func next() -> (marker: UInt8, payload: ByteView)? {
        while content.byte(at: offset) == 0xFF, let marker = content.byte(at: offset + 1) {
            switch marker {
            case 0xFF:
                // A fill byte.
                offset += 1
            case 0x01, 0xD0...0xD8:
                // These stand alone, without a length.
                offset += 2
            case 0xD9, 0xDA:
                // The end of the image or the beginning of a scan, whose data is not in segments.
                return nil
            default:
                guard let length = content.integer(at: offset + 2, width: 2), length >= 2,
                    let payload = content.view(at: offset + 4, count: length - 2)
                else { return nil }
                offset += 2 + length
                return (marker, payload)
            }
        }
        return nil
    }

    /// The size in the first frame header.
    static func size(of content: ByteView) -> (width: Int, height: Int)? {
        for (marker, payload) in JPEGSegments(content) {
            // C4, C8 and CC lie among the frame headers' markers and are none.
            guard (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) else { continue }
            guard let height = payload.integer(at: 1, width: 2), let width = payload.integer(at: 3, width: 2) else {
                return nil
            }
            return (width, height)
        }
        return nil
    }

    /// The main XMP packet.
    ///
    /// XMP specification part 3, 1.1.3: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
    static func packet(in content: ByteView) -> [UInt8]? {
        let signature = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
        return JPEGSegments(content).first { $0.marker == 0xE1 && $0.payload.has(signature) }
            .map { $0.payload.view(from: signature.count).array }
    }

    /// The extended XMP packet with this GUID, put together from its segments; `nil` unless every byte of it is there.
    ///
    /// Nothing is allocated by a length that the file states: only bytes that were found are copied.
    static func extendedPacket(in content: ByteView, guid: String) -> [UInt8]? {
        let signature = Array("http://ns.adobe.com/xmp/extension/\0".utf8) + Array(guid.utf8)
        guard guid.utf8.count == 32 else { return nil }
        var total: Int?
        var portions: [(offset: Int, bytes: ByteView)] = []
        for (marker, payload) in JPEGSegments(content) where marker == 0xE1 && payload.has(signature) {
            guard let length = payload.integer(at: signature.count, width: 4),
                let offset = payload.integer(at: signature.count + 4, width: 4), total == nil || total == length
            else { return nil }
            total = length
            portions.append((offset, payload.view(from: signature.count + 8)))
        }
        var packet: [UInt8] = []
        for portion in portions.sorted(by: { $0.offset < $1.offset }) {
            guard portion.offset == packet.count else { return nil }
            packet += portion.bytes.array
        }
        return packet.count == total ? packet : nil
    }
}
