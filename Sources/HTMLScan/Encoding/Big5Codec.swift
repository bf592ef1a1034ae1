// SPDX-License-Identifier: Apache-2.0

/// Big5 with the Hong Kong extensions.
///
/// Encoding: <https://encoding.spec.whatwg.org/#big5>
struct Big5Codec: MultiByteCodec {
    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let lead = bytes[index]
        if lead < 0x80 { return DecodedUnit(Unicode.Scalar(lead), length: 1) }
        guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return .malformed() }
        let trail = bytes[index + 1]
        guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return .pair(nil, trail: trail) }
        let pointer = (Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
        // Four characters that Unicode has only as letter and combining mark.
        switch pointer {
        case 1133: return DecodedUnit("\u{CA}", mark: "\u{304}", length: 2)
        case 1135: return DecodedUnit("\u{CA}", mark: "\u{30C}", length: 2)
        case 1164: return DecodedUnit("\u{EA}", mark: "\u{304}", length: 2)
        case 1166: return DecodedUnit("\u{EA}", mark: "\u{30C}", length: 2)
        default: return .pair(MultiByteIndex.big5[pointer], trail: trail)
        }
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
            return true
        }
        guard let pointer = MultiByteIndex.big5Pointers[scalar.value] else { return false }
        let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 157)
        bytes.append(UInt8(lead + 0x81))
        bytes.append(UInt8(trail + (trail < 0x3F ? 0x40 : 0x62)))
        return true
    }
}
