// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct ImageHeaderTests {
    @Test(
        "The size stands in the header",
        arguments: [
            ("kite.avif", 12, 7), ("kite.gif", 12, 7), ("kite.jpg", 12, 7), ("kite.png", 12, 7), ("kite.tif", 12, 7),
            ("kite.webp", 12, 7), ("lossless.webp", 12, 7), ("plain.bmp", 12, 7), ("plain.ico", 7, 4),
            ("progressive.jpg", 12, 7), ("clear.gif", 40, 30), ("pixel.gif", 1, 1),
        ]
    )
    func size(name: String, width: Int, height: Int) throws {
        let header = try #require(try ImageFile.inspect(ImageFixtures.bytes(name)).header)
        #expect(header.width == width)
        #expect(header.height == height)
        #expect(header.isSinglePixel == (width == 1))
    }

    @Test("A lossy WebP without extensions has its size in the bitstream")
    func lossyWebP() {
        let bitstream: [UInt8] = [0, 0, 0, 0x9D, 0x01, 0x2A, 12, 0x40, 7, 0x80]
        let bytes = Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [10, 0, 0, 0] + bitstream
        #expect(ImageFile.inspect(bytes).header == ImageHeader(format: .webp, size: (12, 7)))
    }

    @Test("A bitmap with its rows from the top has a negative height")
    func topDownBitmap() throws {
        var bytes = try ImageFixtures.bytes("plain.bmp")
        bytes.replaceSubrange(22..<26, with: [0xF9, 0xFF, 0xFF, 0xFF])
        #expect(ImageFile.inspect(bytes).header?.height == 7)
    }

    @Test(
        "A BigTIFF has its size and its packet behind offsets of eight bytes",
        arguments: [false, true]
    )
    func bigTIFF(hasPacket: Bool) {
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            let head = ImageFixtures.big(tag, 2) + ImageFixtures.big(type, 2)
            return head + ImageFixtures.big(count, 8) + value
        }
        let packet = Array(
            ImageFixtures.packet("<i:AltTextAccessibility>A</i:AltTextAccessibility>").utf8
        )
        var entries = entry(256, 3, 1, [0, 12, 0, 0, 0, 0, 0, 0]) + entry(257, 4, 1, [0, 0, 0, 7, 0, 0, 0, 0])
        if hasPacket {
            entries += entry(700, 1, packet.count, ImageFixtures.big(16 + 8 + 60, 8))
        }
        var bytes: [UInt8] = [0x4D, 0x4D, 0, 43, 0, 8, 0, 0]
        bytes += ImageFixtures.big(16, 8)
        bytes += ImageFixtures.big(entries.count / 20, 8)
        bytes += entries + packet
        let inspection = ImageFile.inspect(bytes)
        #expect(inspection.header == ImageHeader(format: .tiff, size: (12, 7)))
        #expect(inspection.embedded.text(for: nil)?.text == (hasPacket ? "A" : nil))
    }

    @Test(
        "A picture without a visible pixel is told where that is cheap",
        arguments: [
            ("clear.gif", true), ("dot.gif", false), ("pixel.gif", true), ("plain.gif", false), ("clear.png", true),
            ("dot.png", nil), ("plain.png", nil), ("plain.jpg", nil),
        ]
    )
    func transparency(name: String, expected: Bool?) throws {
        #expect(try ImageFile.inspect(ImageFixtures.bytes(name)).header?.isFullyTransparent == expected)
    }

    @Test("A GIF whose pixels are not all there is not called transparent")
    func truncatedPixels() throws {
        let bytes = try ImageFixtures.bytes("clear.gif")
        let data = try #require(bytes.lastIndex(of: 0x2C))
        #expect(ImageFile.inspect(Array(bytes[..<(data + 14)])).header?.isFullyTransparent == nil)
    }

    @Test(
        "The size of an SVG is that of its root in CSS pixels",
        arguments: [
            ("width='24' height='12.6px'", 24, 13), ("width=' 1 ' height='1'", 1, 1),
            ("width='100%' height='1'", nil, nil),
            ("width='1e3' height='2'", nil, nil), ("viewBox='0 0 1 1'", nil, nil), ("width='0' height='nan'", nil, nil),
            ("width='99999999999999999999' height='2'", nil, nil),
        ] as [(String, Int?, Int?)]
    )
    func svgSize(attributes: String, width: Int?, height: Int?) {
        let header = ImageFile.inspect(Array("<svg xmlns='http://www.w3.org/2000/svg' \(attributes)/>".utf8)).header
        #expect(header?.format == .svg)
        #expect(header?.width == width)
        #expect(header?.height == height)
    }
}
