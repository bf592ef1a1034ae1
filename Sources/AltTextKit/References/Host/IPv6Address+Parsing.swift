// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

extension IPv6Address {
    /// Parses what stands between the brackets of a host; `nil` where it is not an address.
    ///
    /// URL: <https://url.spec.whatwg.org/#concept-ipv6-parser>
    init?(parsing bytes: ArraySlice<UInt8>) {
        var parser = IPv6Parser(rest: bytes)
        guard let pieces = parser.parse() else { return nil }
        self.init(pieces: pieces)
    }
}

/// The IPv6 parser's state.
private struct IPv6Parser {
    /// What is left to read.
    var rest: ArraySlice<UInt8>
    /// The pieces read so far.
    var pieces: [UInt16] = []
    /// How many pieces were read in front of `::`; `nil` without one.
    var piecesBeforeCompression: Int?

    init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    mutating func parse() -> SIMD8<UInt16>? {
        if rest.first == ASCII.colon {
            rest.removeFirst()
            guard consume(ASCII.colon) else { return nil }
            piecesBeforeCompression = 0
        }
        while !rest.isEmpty {
            guard readPiece() else { return nil }
        }
        // `::` stands for at least one piece.
        let expected = piecesBeforeCompression == nil ? 8...8 : 0...7
        guard expected.contains(pieces.count) else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
        pieces.insert(contentsOf: zeros, at: piecesBeforeCompression ?? 0)
        return SIMD8(pieces)
    }

    /// Reads a piece with the colon behind it, a second colon of `::`, or an IPv4 address at the end.
    private mutating func readPiece() -> Bool {
        guard pieces.count < 8 else { return false }
        if consume(ASCII.colon) {
            guard piecesBeforeCompression == nil else { return false }
            piecesBeforeCompression = pieces.count
            return true
        }
        let digits = rest.prefix(4).prefix { ASCII.hexValue($0) != nil }
        let behind = rest.dropFirst(digits.count)
        if behind.first == ASCII.dot {
            return !digits.isEmpty && readIPv4()
        }
        guard !digits.isEmpty else { return false }
        pieces.append(digits.reduce(0) { $0 << 4 | UInt16(ASCII.hexValue($1) ?? 0) })
        rest = behind
        // A colon has to be followed by something; nothing else may follow a piece.
        return rest.isEmpty || (consume(ASCII.colon) && !rest.isEmpty)
    }

    /// Reads four decimal parts without leading zeros, up to the end.
    private mutating func readIPv4() -> Bool {
        guard pieces.count <= 6 else { return false }
        let parts = rest.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return false }
        var bits: UInt32 = 0
        for part in parts {
            let isDecimal = part.count <= 3 && part.allSatisfy(ASCII.isDigit)
            guard isDecimal, part.count == 1 || part.first != UInt8(ascii: "0") else { return false }
            guard let value = UInt8(String(decoding: part, as: UTF8.self)) else { return false }
            bits = bits << 8 | UInt32(value)
        }
        pieces.append(UInt16(bits >> 16))
        pieces.append(UInt16(bits & 0xFFFF))
        rest = []
        return true
    }

    private mutating func consume(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }
}
