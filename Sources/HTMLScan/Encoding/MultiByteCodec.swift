// SPDX-License-Identifier: Apache-2.0

/// A decoder and encoder of the Encoding Standard for an encoding of more than one byte a character.
///
/// A value keeps the state between characters, so each page and each text needs its own.
protocol MultiByteCodec {
    /// Whether a byte below 0x80 where a character begins always is that ASCII character.
    static var keepsASCII: Bool { get }

    /// Reads what stands at this index, which is one of the bytes' own.
    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit

    /// Appends the scalar in this encoding, or returns `false` where no bytes would be read as this scalar again.
    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool

    /// Appends the scalar as the standard's encoder does, or returns `false` where that fails: also in bytes that are read
    /// as another scalar, since a URL is looked at by servers and not read again.
    mutating func appendForURL(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool

    /// Appends what returns the reader to the state in which the text began.
    mutating func finish(_ bytes: inout [UInt8])

    // Requirements, although none implements them itself: so each codec gets loops of its own without dynamic dispatch.
    mutating func decode(_ bytes: [UInt8]) -> String
    mutating func projection(of bytes: [UInt8], replacement: UInt8) -> [UInt8]
}

extension MultiByteCodec {
    static var keepsASCII: Bool { true }

    mutating func appendForURL(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool { append(scalar, to: &bytes) }

    mutating func finish(_ bytes: inout [UInt8]) {}

    /// Decodes all of the bytes.
    mutating func decode(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var index = 0
        while index < bytes.count {
            if Self.keepsASCII && bytes[index] < 0x80 {
                output.append(bytes[index])
                index += 1
                continue
            }
            let unit = next(in: bytes, at: index)
            if let scalar = unit.scalar { output.append(utf8Of: scalar) }
            if let mark = unit.mark { output.append(utf8Of: mark) }
            index += unit.length
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A copy in which every byte that is not the ASCII character it looks like is replaced; of an encoding that keeps
    /// ASCII.
    mutating func projection(of bytes: [UInt8], replacement: UInt8) -> [UInt8] {
        var copy = bytes
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0 { copy[index] = replacement }
                index += 1
                continue
            }
            let unit = next(in: bytes, at: index)
            for position in index..<index + unit.length { copy[position] = replacement }
            index += unit.length
        }
        return copy
    }
}
