// SPDX-License-Identifier: Apache-2.0

import SystemPackage

@testable import AltTextKit

/// The image files beside the tests, and image files built from parts.
enum ImageFixtures {
    static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .appending("Fixtures").appending("Images")

    /// The files that `make.py` makes.
    static let names = [
        "clear-grey.png", "clear-interlaced.png", "clear-key.png", "clear-la.png", "clear-rgba.png", "clear.gif",
        "clear.png", "compressed.png", "dot-grey.png", "dot-interlaced.png", "dot-key.png", "dot-la.png",
        "dot-rgba.png",
        "dot.gif", "dot.png", "exiv2.jpg", "exiv2.webp", "kite.avif", "kite.gif", "kite.heic", "kite.jpg", "kite.jxl",
        "kite.png", "kite.svg", "kite.tif", "kite.webp", "lossless.webp", "magick.png", "magick.tif", "pixel.gif",
        "plain.bmp", "plain.gif", "plain.ico", "plain.jp2", "plain.jpg", "plain.png", "progressive.jpg", "utf16.tif",
    ]

    /// What exiftool finds in a file, as `make.py` wrote it down: the texts of one IPTC property.
    static func expected(_ property: String, in name: String) throws -> [LanguageText] {
        let rows = String(decoding: try bytes("expected.tsv"), as: UTF8.self).split(separator: "\n")
        return rows.compactMap { row -> LanguageText? in
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields[0] == name, fields[1] == property else { return nil }
            return LanguageText(language: fields[2].isEmpty ? nil : fields[2], text: fields[3])
        }
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        let file = try FileDescriptor.open(folder.appending(name), .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = try unsafe chunk.withUnsafeMutableBytes({ try unsafe file.read(into: $0) }),
                count > 0
            {
                bytes += chunk.prefix(count)
            }
            return bytes
        }
    }

    /// An XMP packet with these properties in its `rdf:Description`.
    static func packet(_ properties: String, attributes: String = "") -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
         xmlns:note="http://ns.adobe.com/xmp/note/" xmlns:dc="http://purl.org/dc/elements/1.1/" \(attributes)>
        \(properties)
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """
    }

    /// A JPEG file of 3 by 2 pixels, without its scan, that carries these APP1 segments.
    static func jpeg(_ segments: [[UInt8]]) -> [UInt8] {
        let frame: [UInt8] = [8, 0, 2, 0, 3, 1, 1, 0x11, 0]
        var bytes: [UInt8] = [0xFF, 0xD8]
        for (marker, payload) in segments.map({ (UInt8(0xE1), $0) }) + [(UInt8(0xC0), frame)] {
            bytes += [0xFF, marker]
            bytes += big(payload.count + 2, 2)
            bytes += payload
        }
        return bytes + [0xFF, 0xD9]
    }

    /// A JPEG file with this XMP packet.
    static func jpeg(packet: String) -> [UInt8] {
        jpeg([Array("http://ns.adobe.com/xap/1.0/\0\(packet)".utf8)])
    }

    /// A PNG file in RGBA with these chunks; `length` is what each chunk claims, by default the truth.
    static func png(
        _ chunks: [(type: String, data: [UInt8])], size: (width: Int, height: Int) = (3, 2), length: Int? = nil
    ) -> [UInt8] {
        let header: [UInt8] = big(size.width, 4) + big(size.height, 4) + [8, 6, 0, 0, 0]
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        func append(_ type: String, _ data: [UInt8], length: Int) {
            bytes += big(length, 4)
            bytes += Array(type.utf8)
            bytes += data
            // The checksum, which nobody looks at.
            bytes += big(0, 4)
        }
        append("IHDR", header, length: header.count)
        for chunk in chunks {
            append(chunk.type, chunk.data, length: length ?? chunk.data.count)
        }
        return bytes
    }

    /// A zlib stream that holds these bytes as they are, in blocks without compression.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var first = 1
        var second = 0
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            stream.append(start + block.count == bytes.count ? 1 : 0)
            stream += big(block.count, 2).reversed()
            stream += big(~block.count, 2).reversed()
            stream += block
            for byte in block {
                first = (first + Int(byte)) % 65_521
                second = (second + first) % 65_521
            }
        }
        return stream + big(second, 2) + big(first, 2)
    }

    /// The big-endian bytes of a number.
    static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
    }
}
