// SPDX-License-Identifier: Apache-2.0

/// EUC-JP with half-width katakana and, for reading, JIS X 0212.
///
/// Encoding: <https://encoding.spec.whatwg.org/#euc-jp>
struct EUCJPCodec: MultiByteCodec {
    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let lead = bytes[index]
        switch lead {
        case 0x00..<0x80: return DecodedUnit(Unicode.Scalar(lead), length: 1)
        case 0x8E, 0x8F, 0xA1...0xFE: break
        default: return .malformed()
        }
        guard index + 1 < bytes.count else { return .malformed() }
        let trail = bytes[index + 1]
        if lead == 0x8E, (0xA1...0xDF).contains(trail) {
            return DecodedUnit(Unicode.Scalar(0xFF61 - 0xA1 + UInt32(trail)), length: 2)
        }
        guard (0xA1...0xFE).contains(trail) else { return .pair(nil, trail: trail) }
        if lead == 0x8F {
            guard index + 2 < bytes.count else { return .malformed(length: 2) }
            return triple(trail, bytes[index + 2])
        }
        guard lead >= 0xA1 else { return .malformed(length: 2) }
        return .pair(MultiByteIndex.jis0208[Self.pointer(lead, trail)], trail: trail)
    }

    /// The character of JIS X 0212 that two bytes mean behind 0x8F.
    private func triple(_ second: UInt8, _ third: UInt8) -> DecodedUnit {
        if (0xA1...0xFE).contains(third), let scalar = MultiByteIndex.jis0212[Self.pointer(second, third)] {
            return DecodedUnit(scalar, length: 3)
        }
        return .malformed(length: third < 0x80 ? 2 : 3)
    }

    private static func pointer(_ lead: UInt8, _ trail: UInt8) -> Int {
        (Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        switch scalar.value {
        case 0x00..<0x80: bytes.append(UInt8(scalar.value))
        case 0xFF61...0xFF9F: bytes += [0x8E, UInt8(scalar.value - 0xFF61 + 0xA1)]
        default:
            guard let pointer = MultiByteIndex.jis0208Pointers[scalar.value] else { return false }
            bytes += [UInt8(pointer / 94 + 0xA1), UInt8(pointer % 94 + 0xA1)]
        }
        return true
    }

    mutating func appendForURL(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        switch scalar {
        case "\u{A5}": bytes.append(0x5C)
        case "\u{203E}": bytes.append(0x7E)
        case "\u{2212}": return append("\u{FF0D}", to: &bytes)
        default: return append(scalar, to: &bytes)
        }
        return true
    }
}
