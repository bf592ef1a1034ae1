// SPDX-License-Identifier: Apache-2.0

/// ISO-2022-JP, in which escape sequences say what the following bytes mean, all of which look like ASCII.
///
/// Encoding: <https://encoding.spec.whatwg.org/#iso-2022-jp>
struct ISO2022JPCodec: MultiByteCodec {
    static var keepsASCII: Bool { false }

    /// What bytes mean until the next escape sequence.
    enum State {
        case ascii
        case roman
        case katakana
        case jis0208
    }

    var state = State.ascii
    /// Whether an escape sequence was read last; a second one right behind it is an error.
    private var isBehindEscape = false

    mutating func next(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        let byte = bytes[index]
        if byte == 0x1B { return escape(in: bytes, at: index) }
        isBehindEscape = false
        switch (state, byte) {
        case (.roman, 0x5C): return DecodedUnit("\u{A5}", length: 1)
        case (.roman, 0x7E): return DecodedUnit("\u{203E}", length: 1)
        case (.ascii, 0x00..<0x80), (.roman, 0x00..<0x80):
            return byte == 0x0E || byte == 0x0F ? .malformed() : DecodedUnit(Unicode.Scalar(byte), length: 1)
        case (.katakana, 0x21...0x5F): return DecodedUnit(Unicode.Scalar(0xFF61 - 0x21 + UInt32(byte)), length: 1)
        case (.jis0208, 0x21...0x7E):
            // An escape sequence ends the character early, and is read as one.
            guard index + 1 < bytes.count, bytes[index + 1] != 0x1B else { return .malformed() }
            let trail = bytes[index + 1]
            guard (0x21...0x7E).contains(trail) else { return .malformed(length: 2) }
            let pointer = (Int(byte) - 0x21) * 94 + Int(trail) - 0x21
            return DecodedUnit(MultiByteIndex.jis0208[pointer] ?? "\u{FFFD}", length: 2)
        default: return .malformed()
        }
    }

    private mutating func escape(in bytes: [UInt8], at index: Int) -> DecodedUnit {
        switch bytes[(index + 1)...].prefix(2) {
        case [0x28, 0x42]: state = .ascii
        case [0x28, 0x4A]: state = .roman
        case [0x28, 0x49]: state = .katakana
        case [0x24, 0x40], [0x24, 0x42]: state = .jis0208
        default:
            isBehindEscape = false
            return .malformed()
        }
        defer { isBehindEscape = true }
        return DecodedUnit(isBehindEscape ? "\u{FFFD}" : nil, length: 3)
    }

    mutating func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        // The text may come to stand between Roman letters, where the bytes of these two are yen sign and overline.
        // The shift characters are malformed in this encoding.
        if "\\~\u{0E}\u{0F}".unicodeScalars.contains(scalar) { return false }
        if scalar.isASCII {
            finish(&bytes)
            bytes.append(UInt8(scalar.value))
            return true
        }
        guard let pointer = MultiByteIndex.jis0208Pointers[scalar.value] else { return false }
        let pair = [UInt8(pointer / 94 + 0x21), UInt8(pointer % 94 + 0x21)]
        // A server can declare another encoding than the page: these bytes would be markup then.
        if pair.contains(where: "\"&'<>".utf8.contains) { return false }
        change(to: .jis0208, &bytes)
        bytes += pair
        return true
    }

    mutating func finish(_ bytes: inout [UInt8]) {
        change(to: .ascii, &bytes)
    }

    /// Writes the escape sequence that leads to a state, where the text is in another.
    mutating func change(to new: State, _ bytes: inout [UInt8]) {
        guard new != state else { return }
        state = new
        switch new {
        case .ascii: bytes += [0x1B, 0x28, 0x42]
        case .roman: bytes += [0x1B, 0x28, 0x4A]
        case .katakana: bytes += [0x1B, 0x28, 0x49]
        case .jis0208: bytes += [0x1B, 0x24, 0x42]
        }
    }
}
