// SPDX-License-Identifier: Apache-2.0

/// gb18030 and GBK, which are read alike; GBK is written without four-byte characters.
///
/// Encoding: <https://encoding.spec.whatwg.org/#gb18030>
struct GB18030Codec: MultiByteCodec {
    let isGBK: Bool

    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let lead = bytes[index]
        switch lead {
        case 0x00..<0x80: return DecodedUnit(Unicode.Scalar(lead), length: 1)
        case 0x80: return DecodedUnit("\u{20AC}", length: 1)
        case 0x81...0xFE: break
        default: return .malformed()
        }
        guard index + 1 < bytes.count else { return .malformed() }
        let trail = bytes[index + 1]
        if ASCII.isDigit(trail) { return fourBytes(in: bytes, at: index) }
        guard (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) else { return .pair(nil, trail: trail) }
        let pointer = (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
        return .pair(MultiByteIndex.gb18030[pointer], trail: trail)
    }

    /// The character of four bytes, of which the first two are known to be well-formed.
    private func fourBytes(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let rest = bytes[(index + 2)...].prefix(2)
        guard let third = rest.first else { return .malformed(length: 2) }
        // What follows the lead byte is read again: the digit stands for itself.
        guard (0x81...0xFE).contains(third) else { return .malformed() }
        guard rest.count == 2 else { return .malformed(length: 3) }
        guard ASCII.isDigit(bytes[index + 3]) else { return .malformed() }
        let pointer =
            (Int(bytes[index]) - 0x81) * 12_600 + (Int(bytes[index + 1]) - 0x30) * 1_260
            + (Int(third) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
        guard let scalar = Self.scalar(ofFourBytePointer: pointer) else { return .malformed(length: 4) }
        return DecodedUnit(scalar, length: 4)
    }

    private static func scalar(ofFourBytePointer pointer: Int) -> Unicode.Scalar? {
        switch pointer {
        case 7457: "\u{E7C7}"
        case 189_000...1_237_575: Unicode.Scalar(UInt32(pointer - 189_000 + 0x10000))
        case 0..<39_420 where !MultiByteIndex.gb18030.isAvailable: "\u{FFFD}"
        case 0..<39_420: Unicode.Scalar(MultiByteIndex.gb18030FourByteScalars[pointer])
        default: nil
        }
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
        } else if isGBK && scalar == "\u{20AC}" {
            bytes.append(0x80)
        } else if let pointer = MultiByteIndex.gb18030Pointers[scalar.value] {
            append(pointer: pointer, to: &bytes)
        } else if !isGBK, let pointer = Self.fourBytePointer(of: scalar) {
            bytes += [
                UInt8(pointer / 12_600 + 0x81), UInt8(pointer / 1_260 % 10 + 0x30),
                UInt8(pointer / 10 % 126 + 0x81), UInt8(pointer % 10 + 0x30),
            ]
        } else {
            return false
        }
        return true
    }

    mutating func appendForURL(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if append(scalar, to: &bytes) { return true }
        // Later editions gave these codes to other characters, yet browsers write them as before.
        guard let pointer = MultiByteIndex.gb18030FirstEditionPointers[scalar.value] else { return false }
        append(pointer: pointer, to: &bytes)
        return true
    }

    private func append(pointer: Int, to bytes: inout [UInt8]) {
        let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 190)
        bytes += [UInt8(lead + 0x81), UInt8(trail + (trail < 0x3F ? 0x40 : 0x41))]
    }

    private static func fourBytePointer(of scalar: Unicode.Scalar) -> Int? {
        if scalar == "\u{E7C7}" { return 7457 }
        if scalar.value > 0xFFFF { return Int(scalar.value) - 0x10000 + 189_000 }
        let scalars = MultiByteIndex.gb18030FourByteScalars
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[middle] < UInt16(scalar.value) { low = middle + 1 } else { high = middle }
        }
        guard low < scalars.count, scalars[low] == UInt16(scalar.value), low != 7457 else { return nil }
        return low
    }
}
