// SPDX-License-Identifier: Apache-2.0

/// A UTF-16 page as UTF-8, so that its markup can be found, and the way back from positions in it to the file.
///
/// The byte order mark is transcoded too. Unpaired surrogates and an odd last byte become U+FFFD. The way back takes an
/// eighth of the copy's memory.
/// Encoding: <https://encoding.spec.whatwg.org/#shared-utf-16-decoder>
public struct UTF16Transcoding: Sendable {
    /// The page in UTF-8.
    public let utf8: [UInt8]
    /// How many bytes the page has in UTF-16.
    private let byteCount: Int
    /// How many UTF-16 code units stand before the characters that begin in each block of the copy.
    private let unitsBeforeBlock: [Int]

    private static let blockLength = 64

    /// Transcodes a page.
    public init(of bytes: [UInt8], isBigEndian: Bool) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var pending: UInt32?
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            let unit = isBigEndian ? first << 8 | second : second << 8 | first
            if let lead = pending {
                pending = nil
                if (0xDC00...0xDFFF).contains(unit) {
                    let value = 0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00)
                    utf8.append(utf8Of: Unicode.Scalar(value) ?? "\u{FFFD}")
                    continue
                }
                utf8.append(utf8Of: "\u{FFFD}")
            }
            if (0xD800...0xDBFF).contains(unit) {
                pending = unit
            } else {
                utf8.append(utf8Of: Unicode.Scalar(unit) ?? "\u{FFFD}")
            }
        }
        // Lead surrogate and odd byte at the end are one error together.
        if pending != nil || !bytes.count.isMultiple(of: 2) { utf8.append(utf8Of: "\u{FFFD}") }

        var blocks: [Int] = []
        blocks.reserveCapacity(utf8.count / Self.blockLength + 1)
        var units = 0
        for index in utf8.indices {
            if index.isMultiple(of: Self.blockLength) { blocks.append(units) }
            units += Self.units(begunBy: utf8[index])
        }
        self.utf8 = utf8
        byteCount = bytes.count
        unitsBeforeBlock = blocks
    }

    /// The byte offset in the file of the character that begins at this offset of the copy, or of the copy's end.
    ///
    /// Takes constant time. An offset outside of the copy counts as its nearer end.
    public func fileOffset(ofUTF8 offset: Int) -> Int {
        guard offset < utf8.count else { return byteCount }
        guard offset > 0 else { return 0 }
        let block = offset / Self.blockLength
        let units = utf8[block * Self.blockLength..<offset].reduce(unitsBeforeBlock[block]) {
            $0 + Self.units(begunBy: $1)
        }
        return 2 * units
    }

    /// The UTF-16 code units of the character that begins with this byte of UTF-8; 0 for a byte that begins none.
    private static func units(begunBy byte: UInt8) -> Int {
        switch byte {
        case 0x80..<0xC0: 0
        case 0xF0...0xFF: 2
        default: 1
        }
    }
}
