// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite struct InflationTests {
    private static let text = Array(repeating: UInt8(ascii: "a"), count: 100)
    /// `text` as zlib compresses it.
    private static let stream: [UInt8] = [0x78, 0x9C, 0x4B, 0x4C, 0xA4, 0x3D, 0x00, 0x00, 0x7A, 0x47, 0x25, 0xE5]

    @Test("A stream is unpacked, also with something behind it")
    func whole() {
        #expect(Inflation.inflated(ByteView(Self.stream), upTo: 1000) == Self.text)
        #expect(Inflation.inflated(ByteView(Self.stream + [1, 2, 3]), upTo: 100) == Self.text)
        #expect(Inflation.inflated(ByteView(ImageFixtures.stored(Self.text)), upTo: 100) == Self.text)
    }

    @Test("What is longer than the limit gives nothing")
    func limit() {
        #expect(Inflation.inflated(ByteView(Self.stream), upTo: 99) == nil)
    }

    @Test("A stream that ends early or has a wrong byte gives nothing")
    func damaged() {
        for count in Self.stream.indices {
            #expect(Inflation.inflated(ByteView(Array(Self.stream[..<count])), upTo: 1000) == nil)
        }
        for index in Self.stream.indices {
            var bytes = Self.stream
            bytes[index] ^= 0x41
            #expect(Inflation.inflated(ByteView(bytes), upTo: 1000) != Self.text)
        }
        #expect(Inflation.inflated(ByteView(Array(repeating: 0xFF, count: 1000)), upTo: 1000) == nil)
    }

    @Test("The most that so short a stream can hold is unpacked")
    func ratio() {
        // A million zeros: behind a table of codes nearly all of it are copies of 258 bytes in two bits each.
        let beginning: [UInt8] = [
            0x78, 0xDA, 0xED, 0xC1, 0x01, 0x01, 0, 0, 0, 0x82, 0x20, 0xFF, 0xAF, 0x6E, 0x48, 0x40, 0x01,
        ]
        let end: [UInt8] = [0xAF, 0x06, 0x43, 0x21, 0x00, 0x01]
        let stream = ByteView(beginning + [UInt8](repeating: 0, count: 991 - beginning.count - end.count) + end)
        let data = [UInt8](repeating: 0, count: 1_000_000)
        #expect(Inflation.inflated(stream, upTo: data.count) == data)
        #expect(Inflation.inflated(stream, upTo: data.count - 1) == nil)
    }
}
