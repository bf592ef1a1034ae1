// SPDX-License-Identifier: Apache-2.0

/// EUC-KR as browsers read it, which is Microsoft's code page 949.
///
/// Encoding: <https://encoding.spec.whatwg.org/#euc-kr>
struct EUCKRCodec: MultiByteCodec {
    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let lead = bytes[index]
        if lead < 0x80 { return DecodedUnit(Unicode.Scalar(lead), length: 1) }
        guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return .malformed() }
        let trail = bytes[index + 1]
        guard (0x41...0xFE).contains(trail) else { return .pair(nil, trail: trail) }
        let pointer = (Int(lead) - 0x81) * 190 + Int(trail) - 0x41
        return .pair(MultiByteIndex.eucKR[pointer], trail: trail)
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
            return true
        }
        guard let pointer = MultiByteIndex.eucKRPointers[scalar.value] else { return false }
        bytes.append(UInt8(pointer / 190 + 0x81))
        bytes.append(UInt8(pointer % 190 + 0x41))
        return true
    }
}
