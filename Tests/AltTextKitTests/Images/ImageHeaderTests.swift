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
        "A picture without a visible pixel is told, whatever its colours are stored as",
        arguments: [
            "clear.gif", "clear.png", "clear-grey.png", "clear-interlaced.png", "clear-key.png", "clear-la.png",
            "clear-rgba.png", "pixel.gif",
        ]
    )
    func transparent(name: String) throws {
        #expect(try ImageFile.inspect(ImageFixtures.bytes(name)).header?.isFullyTransparent == true)
    }

    @Test(
        "A single visible pixel is seen, and a picture that cannot be transparent is known not to be",
        arguments: [
            "dot.gif", "dot.png", "dot-grey.png", "dot-interlaced.png", "dot-key.png", "dot-la.png", "dot-rgba.png",
            "plain.gif", "plain.png",
        ]
    )
    func visible(name: String) throws {
        #expect(try ImageFile.inspect(ImageFixtures.bytes(name)).header?.isFullyTransparent == false)
    }

    /// A PNG of two by two pixels of red, green, blue and alpha; every row is stored with the same filter.
    private static func filtered(_ filter: UInt8, alpha: [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        var above = [UInt8](repeating: 0, count: 8)
        for y in 0..<2 {
            let row: [UInt8] = [200, 100, 50, alpha[2 * y], 90, 10, 220, alpha[2 * y + 1]]
            rows.append(filter)
            for index in row.indices {
                let left = index < 4 ? 0 : Int(row[index - 4])
                let corner = index < 4 ? 0 : Int(above[index - 4])
                let up = Int(above[index])
                let estimate = left + up - corner
                let nearest = [left, up, corner].map { abs(estimate - $0) }
                let paeth =
                    nearest[0] <= nearest[1] && nearest[0] <= nearest[2] ? left : nearest[1] <= nearest[2] ? up : corner
                let prediction = [0, left, up, (left + up) / 2, paeth][Int(filter)]
                rows.append(row[index] &- UInt8(prediction))
            }
            above = row
        }
        return ImageFixtures.png([("IDAT", ImageFixtures.stored(rows)), ("IEND", [])], size: (2, 2))
    }

    @Test("Every filter of PNG is undone", arguments: 0...4 as ClosedRange<UInt8>)
    func filters(filter: UInt8) {
        func isTransparent(_ alpha: [UInt8]) -> Bool? {
            ImageFile.inspect(Self.filtered(filter, alpha: alpha)).header?.isFullyTransparent
        }
        #expect(isTransparent([0, 0, 0, 0]) == true)
        for pixel in 0..<4 {
            var alpha: [UInt8] = [0, 0, 0, 0]
            alpha[pixel] = 1
            #expect(isTransparent(alpha) == false)
        }
    }

    @Test("A PNG whose pixels are not all there, too many, or filtered in no known way is not called transparent")
    func doubtfulPixels() {
        let row: [UInt8] = [0, 0, 0, 0, 0]
        func isTransparent(_ data: [UInt8], size: (Int, Int) = (1, 1), first: (String, [UInt8])? = nil) -> Bool? {
            let chunks = [first].compactMap(\.self) + [("IDAT", ImageFixtures.stored(data)), ("IEND", [])]
            return ImageFile.inspect(ImageFixtures.png(chunks, size: size)).header?.isFullyTransparent
        }
        #expect(isTransparent(row) == true)
        #expect(isTransparent(row + row, size: (1, 2)) == true)
        #expect(isTransparent(row, size: (1, 2)) == nil)
        #expect(isTransparent(row + row) == nil)
        #expect(isTransparent([5, 0, 0, 0, 0]) == nil)
        #expect(isTransparent(row, first: ("acTL", [0, 0, 0, 2, 0, 0, 0, 0])) == nil)
        #expect(isTransparent([UInt8](repeating: 0, count: 65 * 257), size: (64, 65)) == nil)
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
