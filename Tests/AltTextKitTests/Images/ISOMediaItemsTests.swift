// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct ISOMediaItemsTests {
    private static let big = ImageFixtures.big

    private static func box(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        big(payload.count + 8, 4) + Array(type.utf8) + payload
    }

    /// An AVIF file with item 1 as its image, and packets that say "A", "B" and so on, in the `idat` box.
    ///
    /// - Parameter described: for each packet the item that it describes.
    private static func file(described: [Int?]) -> [UInt8] {
        let packets = described.indices.map { index in
            let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index)))
            return Array(ImageFixtures.packet("<i:AltTextAccessibility>\(letter)</i:AltTextAccessibility>").utf8)
        }
        var entries: [UInt8] = []
        var references: [UInt8] = []
        var locations: [UInt8] = []
        var data: [UInt8] = []
        for (index, packet) in packets.enumerated() {
            let number = 10 + index
            let version: [UInt8] = [2, 0, 0, 0]
            let kind: [UInt8] = [0, 0] + Array("mime\0application/rdf+xml\0".utf8)
            entries += box("infe", version + big(number, 2) + kind)
            if let target = described[index] {
                references += box("cdsc", big(number, 2) + big(1, 2) + big(target, 2))
            }
            // Construction method 1: the offset counts from the data of the `idat` box.
            locations += big(number, 2)
            locations += [0, 1, 0, 0, 0, 1]
            locations += big(data.count, 4) + big(packet.count, 4)
            data += packet
        }
        var meta: [UInt8] = [0, 0, 0, 0]
        meta += box("pitm", [0, 0, 0, 0, 0, 1])
        meta += box("iinf", big(0, 4) + big(packets.count, 2) + entries)
        meta += box("iref", [0, 0, 0, 0] + references)
        let sizes: [UInt8] = [1, 0, 0, 0, 0x44, 0]
        meta += box("iloc", sizes + big(packets.count, 2) + locations)
        meta += box("idat", data)
        return box("ftyp", Array("avif\0\0\0\0".utf8)) + box("meta", meta)
    }

    @Test(
        "Of several packets that of the image itself is read, not that of its thumbnail or its depth map",
        arguments: [
            ([nil], "A"), ([1], "A"), ([2], nil), ([2, 1], "B"), ([2, nil], "B"), ([nil, 1], "B"), ([2, 3], nil),
        ] as [([Int?], String?)]
    )
    func choice(described: [Int?], text: String?) {
        #expect(ImageFile.inspect(Self.file(described: described)).embedded.text(for: nil)?.text == text)
    }
}
