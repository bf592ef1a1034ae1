// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct ImageFormatTests {
    @Test(
        "A file's format is told by its content",
        arguments: [
            ("kite.avif", ImageFormat.avif), ("kite.gif", .gif), ("kite.jpg", .jpeg), ("kite.png", .png),
            ("kite.tif", .tiff),
            ("kite.webp", .webp), ("plain.bmp", .bmp), ("plain.ico", .ico), ("plain.jp2", .jpeg2000),
        ]
    )
    func files(name: String, format: ImageFormat) throws {
        #expect(try ImageFormat(ImageFixtures.bytes(name)) == format)
    }

    @Test(
        "A file type box tells AVIF from HEIC, also where only a compatible brand does",
        arguments: [
            ("heic", ["mif1", "heic"], ImageFormat.heic), ("mif1", ["mif1", "avif"], .avif), ("msf1", ["hevc"], .heic),
        ]
    )
    func brands(major: String, compatible: [String], format: ImageFormat) {
        let brands = Array(("ftyp" + major).utf8) + [0, 0, 0, 0] + Array(compatible.joined().utf8)
        #expect(ImageFormat(ImageFixtures.big(brands.count + 4, 4) + brands) == format)
    }

    @Test("A JPEG XL file is known as codestream and as container")
    func jpegXL() {
        #expect(ImageFormat([0xFF, 0x0A, 0x00]) == .jxl)
        #expect(ImageFormat([0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A]) == .jxl)
    }

    @Test(
        "An SVG is known whatever comes before its root element",
        arguments: [
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "\u{FEFF}\n  <svg>",
            "<?xml version='1.0'?><!-- > a -- b > --><!DOCTYPE svg PUBLIC '-//>' \"u\"><svg\n>",
            "<!DOCTYPE svg [ <!ENTITY a '>'> ]> <s:svg xmlns:s='http://www.w3.org/2000/svg'>",
        ]
    )
    func svg(text: String) {
        #expect(ImageFormat(Array(text.utf8)) == .svg)
        let wide = text.replacing("\u{FEFF}", with: "").utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        #expect(ImageFormat([0xFF, 0xFE] + wide) == .svg)
    }

    @Test(
        "What is no image has no format",
        arguments: [
            "", "<", "<!--", "<!-->", "<?xml?>", "<!DOCTYPE svg", "<html><svg/></html>", "<svgs>", "text <svg>",
            "BM is a text",
            "GIF88a", "RIFFxxxxWAVE", "%PDF-1.7", "\u{1F}\u{8B}",
        ]
    )
    func nothing(text: String) {
        #expect(ImageFormat(Array(text.utf8)) == nil)
    }

    @Test("The captioner takes JPEG and PNG only")
    func accepted() {
        #expect(ImageFormat.allCases.filter(\.isAcceptedByCaptioner) == [.jpeg, .png])
        #expect(ImageFormat.svg.mediaType == "image/svg+xml")
        #expect(ImageFormat.jpeg2000.name == "JPEG 2000")
    }
}
