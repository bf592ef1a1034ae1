// SPDX-License-Identifier: Apache-2.0

import SystemPackage

/// The image files beside the tests, and image files built from parts.
enum ImageFixtures {
    static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .appending("Fixtures").appending("Images")

    /// The files that `make.py` makes.
    static let names = [
        "clear.gif", "clear.png", "compressed.png", "dot.gif", "dot.png", "kite.avif", "kite.gif", "kite.jpg",
        "kite.png",
        "kite.tif", "kite.webp", "lossless.webp", "pixel.gif", "plain.bmp", "plain.gif", "plain.ico", "plain.jp2",
        "plain.jpg", "plain.png", "progressive.jpg",
    ]

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

    /// A PNG file of 3 by 2 pixels with these chunks; `length` is what each chunk claims, by default the truth.
    static func png(_ chunks: [(type: String, data: [UInt8])], length: Int? = nil) -> [UInt8] {
        let header: [UInt8] = big(3, 4) + big(2, 4) + [8, 6, 0, 0, 0]
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

    /// The big-endian bytes of a number.
    static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
    }
}
