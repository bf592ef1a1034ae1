// SPDX-License-Identifier: Apache-2.0

/// Shift_JIS as browsers read it, which is Microsoft's code page 932.
///
/// Encoding: <https://encoding.spec.whatwg.org/#shift_jis>
struct ShiftJISCodec: MultiByteCodec {
    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let lead = bytes[index]
        switch lead {
        case 0x00...0x80: return DecodedUnit(Unicode.Scalar(lead), length: 1)
        case 0xA1...0xDF: return DecodedUnit(Unicode.Scalar(0xFF61 - 0xA1 + UInt32(lead)), length: 1)
        case 0x81...0x9F, 0xE0...0xFC: break
        default: return .malformed()
        }
        guard index + 1 < bytes.count else { return .malformed() }
        let trail = bytes[index + 1]
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return .pair(nil, trail: trail) }
        let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
        let pointer = row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
        // User-defined characters of Windows, which are in no index.
        if (8836...10715).contains(pointer) {
            return DecodedUnit(Unicode.Scalar(UInt32(0xE000 - 8836 + pointer)), length: 2)
        }
        return .pair(MultiByteIndex.jis0208[pointer], trail: trail)
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        switch scalar.value {
        case 0x00...0x80: bytes.append(UInt8(scalar.value))
        case 0xFF61...0xFF9F: bytes.append(UInt8(scalar.value - 0xFF61 + 0xA1))
        default:
            guard let pointer = MultiByteIndex.shiftJISPointers[scalar.value] else { return false }
            let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 188)
            bytes.append(UInt8(lead + (lead < 0x1F ? 0x81 : 0xC1)))
            bytes.append(UInt8(trail + (trail < 0x3F ? 0x40 : 0x41)))
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
