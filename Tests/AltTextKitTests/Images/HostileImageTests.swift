// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct HostileImageTests {
    private static let svg = Array(
        """
        <?xml version='1.0'?><!DOCTYPE svg>
        <svg xmlns='http://www.w3.org/2000/svg' width='9' height='8'><title>Kite</title></svg>
        """
        .utf8
    )

    private static func bytes(_ name: String) throws -> [UInt8] {
        name == "built.svg" ? svg : try ImageFixtures.bytes(name)
    }

    private static func expectSane(_ inspection: ImageInspection) {
        #expect((inspection.header?.width ?? 1) > 0)
        #expect((inspection.header?.height ?? 1) > 0)
        let texts = inspection.embedded.alternatives + inspection.embedded.extendedDescriptions
        #expect(texts.allSatisfy { $0.text.contains { !$0.isWhitespace } })
    }

    @Test("A file that ends anywhere gives whole texts or none", arguments: ImageFixtures.names + ["built.svg"])
    func everyPrefix(name: String) throws {
        let bytes = try Self.bytes(name)
        let whole = ImageFile.inspect(bytes)
        for count in bytes.indices {
            let inspection = ImageFile.inspect(Array(bytes[..<count]))
            Self.expectSane(inspection)
            #expect(Set(whole.embedded.alternatives).isSuperset(of: inspection.embedded.alternatives))
            #expect(inspection.header?.width == nil || inspection.header?.width == whole.header?.width)
        }
    }

    @Test("A file with any one byte changed is survived", arguments: ImageFixtures.names + ["built.svg"])
    func mutations(name: String) throws {
        let bytes = try Self.bytes(name)
        // Knuth's generator with a fixed seed: the same changes in every run.
        var state: UInt64 = 42
        func random() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        for _ in 0..<400 {
            var changed = bytes
            changed[random() % bytes.count] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(random() % 256)][random() % 6]
            Self.expectSane(ImageFile.inspect(changed))
        }
    }

    @Test("A text chunk of a claimed gigabyte is not read")
    func claimedLength() {
        let packet = ImageFixtures.packet("<i:AltTextAccessibility>A</i:AltTextAccessibility>")
        let data = Array("XML:com.adobe.xmp\0\0\0\0\0\(packet)".utf8)
        #expect(ImageFile.inspect(ImageFixtures.png([("iTXt", data)])).embedded.text(for: nil)?.text == "A")
        for length in [1 << 30, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            let inspection = ImageFile.inspect(ImageFixtures.png([("iTXt", data)], length: length))
            #expect(inspection.header?.width == 3)
            #expect(inspection.embedded == .none)
        }
    }

    @Test(
        "A profile in hexadecimal digits is read only if they are all there",
        arguments: [("", true), ("0", false), ("00", false), ("zz\n", true)]
    )
    func rawProfile(more: String, isRead: Bool) {
        let packet = Array(ImageFixtures.packet("<i:AltTextAccessibility>A</i:AltTextAccessibility>").utf8)
        let digits = packet.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let data = Array("Raw profile type xmp\0\nxmp\n  \(packet.count)\n\(digits)\(more)".utf8)
        #expect((ImageFile.inspect(ImageFixtures.png([("tEXt", data)])).embedded != .none) == isRead)
    }

    @Test("Entities in a packet give nothing, whichever file carries it")
    func entities() {
        let packet =
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY f 'text'>]>"
            + ImageFixtures.packet("<i:AltTextAccessibility>&e;&f;</i:AltTextAccessibility>").drop { $0 != ">" }
            .dropFirst()
        #expect(ImageFile.inspect(ImageFixtures.jpeg(packet: packet)).embedded == .none)
        let svg = "<!DOCTYPE svg [<!ENTITY e 'text'>]><svg xmlns='http://www.w3.org/2000/svg'><title>&e;</title></svg>"
        #expect(ImageFile.inspect(Array(svg.utf8)).embedded == .none)
        #expect(ImageFile.inspect(Array(svg.utf8)).header?.format == .svg)
    }

    @Test("A text of a size that nobody writes is left out")
    func longText() {
        let text = String(repeating: "x", count: TextGatherer.maximumLength + 1)
        let svg = "<svg xmlns='http://www.w3.org/2000/svg'><title>\(text)</title><desc>A</desc></svg>"
        let embedded = ImageFile.inspect(Array(svg.utf8)).embedded
        #expect(embedded.alternatives.isEmpty)
        #expect(embedded.extendedDescriptions.map(\.text) == ["A"])
    }

    /// An AVIF file whose item location box gives the XMP item these extents, as offset and length of four bytes each.
    private static func avif(extents: [(Int, Int)], padding: Int = 0) -> [UInt8] {
        let big = ImageFixtures.big
        func box(_ type: String, _ payload: [UInt8]) -> [UInt8] {
            big(payload.count + 8, 4) + Array(type.utf8) + payload
        }
        // The item has the number 7.
        let entry = box("infe", [2, 0, 0, 0, 0, 7, 0, 0] + Array("mime\0application/rdf+xml\0".utf8))
        var location: [UInt8] = [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 7, 0, 0]
        location += big(extents.count, 2)
        location += extents.flatMap { big($0.0, 4) + big($0.1, 4) }
        var meta: [UInt8] = [0, 0, 0, 0]
        meta += box("iinf", [0, 0, 0, 0, 0, 1] + entry)
        meta += box("iloc", location)
        let file = box("ftyp", Array("avif\0\0\0\0".utf8)) + box("meta", meta)
        return file + [UInt8](repeating: 0x20, count: padding)
    }

    @Test("Extents that overlap a thousandfold, or lie outside of the file, are refused")
    func extents() {
        let overlapping = Self.avif(extents: Array(repeating: (0, 60_000), count: 60_000), padding: 60_000)
        #expect(ImageFile.inspect(overlapping).embedded == .none)
        let outside = Self.avif(extents: [(0xFFFF_FFFF, 0xFFFF_FFFF)])
        #expect(ImageFile.inspect(outside).embedded == .none)
        #expect(ImageFile.inspect(outside).header?.format == .avif)
    }

    @Test("An item in two extents is put together")
    func twoExtents() {
        let packet = Array(ImageFixtures.packet("<i:AltTextAccessibility>A</i:AltTextAccessibility>").utf8)
        let start = Self.avif(extents: [(0, 0), (0, 0)]).count
        let bytes = Self.avif(extents: [(start, 20), (start + 20, packet.count - 20)]) + packet
        #expect(ImageFile.inspect(bytes).embedded.text(for: "en")?.text == "A")
    }
}
