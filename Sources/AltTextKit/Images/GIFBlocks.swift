// SPDX-License-Identifier: Apache-2.0

/// What a walk over the blocks of a GIF file finds.
///
/// <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>
struct GIFBlocks {
    /// The largest image whose pixels are looked at.
    private static let largestArea = 64 * 64

    /// The size of the logical screen; `nil` where the file ends before.
    let size: (width: Int, height: Int)?
    /// Whether every pixel of every frame has its frame's transparent colour; `nil` where that was not found out.
    private(set) var isFullyTransparent: Bool?
    /// The XMP packet.
    private(set) var packet: [UInt8]?

    private let content: ByteView
    private var offset: Int
    private var transparentIndex: Int?

    init(_ content: ByteView) {
        self.content = content
        guard let width = content.integer(at: 6, width: 2, .littleEndian),
            let height = content.integer(at: 8, width: 2, .littleEndian)
        else {
            size = nil
            offset = 0
            return
        }
        size = (width, height)
        offset = 13 + Self.colourTableSize(flags: content.byte(at: 10))
        let looksAtPixels = width * height <= Self.largestArea
        var frames: [Bool?] = []
        while let introducer = content.byte(at: offset), introducer == 0x21 || introducer == 0x2C {
            offset += 1
            if introducer == 0x21 {
                readExtension()
            } else {
                frames.append(readFrame(looksAtPixels: looksAtPixels))
            }
        }
        if frames.contains(false) {
            isFullyTransparent = false
        } else if !frames.isEmpty, !frames.contains(nil) {
            isFullyTransparent = true
        }
    }

    private mutating func readExtension() {
        let label = content.byte(at: offset)
        offset += 1
        let start = offset
        let data = readSubBlocks()
        if label == 0xF9, let flags = data.first {
            transparentIndex = flags & 1 == 1 && data.count >= 4 ? Int(data[3]) : nil
        } else if label == 0xFF, packet == nil, content.hasASCII("XMP DataXMP", at: start + 1) {
            packet = packetBytes(from: start + 12, to: offset - 1, subBlocks: data)
        }
    }

    /// The packet behind the application identifier; `end` is where the block terminator stands.
    ///
    /// It is stored as it is, without lengths; 257 bytes that count down from 0xFF behind it lead a reader that takes
    /// its characters for lengths to the terminator. Writers that cut it into sub-blocks all the same are understood.
    /// XMP specification part 3, 1.1.2: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
    private func packetBytes(from start: Int, to end: Int, subBlocks: [UInt8]) -> [UInt8]? {
        if content.has([0x01, 0xFF, 0xFE, 0xFD], at: end - 257) {
            return content.view(at: start, count: end - 257 - start)?.array
        }
        return Array(subBlocks.dropFirst(11))
    }

    /// Moves behind a frame and tells whether it has no visible pixel; `nil` where that cannot be told.
    private mutating func readFrame(looksAtPixels: Bool) -> Bool? {
        defer { transparentIndex = nil }
        guard let width = content.integer(at: offset + 4, width: 2, .littleEndian),
            let height = content.integer(at: offset + 6, width: 2, .littleEndian)
        else { return nil }
        offset += 9 + Self.colourTableSize(flags: content.byte(at: offset + 8))
        guard let codeSize = content.byte(at: offset) else { return nil }
        offset += 1
        let isSmall = looksAtPixels && width * height <= Self.largestArea
        let data = readSubBlocks(keepsData: isSmall)
        guard isSmall else { return nil }
        guard let transparentIndex else { return false }
        return GIFFrame(data: data, codeSize: Int(codeSize)).hasOnly(transparentIndex, pixels: width * height)
    }

    /// The bytes of the sub-blocks from `offset` on, without their lengths; moves behind the terminator.
    private mutating func readSubBlocks(keepsData: Bool = true) -> [UInt8] {
        var data: [UInt8] = []
        while let length = content.byte(at: offset) {
            offset += 1
            guard length > 0, let block = content.view(at: offset, count: Int(length)) else { break }
            if keepsData {
                data += block.array
            }
            offset += Int(length)
        }
        return data
    }

    /// The size in bytes of the colour table that these flags announce.
    private static func colourTableSize(flags: UInt8?) -> Int {
        guard let flags, flags & 0x80 != 0 else { return 0 }
        return 3 << (Int(flags & 7) + 1)
    }
}
