// SPDX-License-Identifier: Apache-2.0

/// An IPv6 address.
public struct IPv6Address: Hashable, Sendable {
    /// The eight 16-bit pieces, in the order in which they are written.
    public let pieces: SIMD8<UInt16>

    /// An address of eight 16-bit pieces, the first one leftmost.
    public init(pieces: SIMD8<UInt16>) {
        self.pieces = pieces
    }

    /// The last 32 bits, where the forms that embed an IPv4 address mostly have it.
    var lastIPv4: IPv4Address {
        ipv4(at: 6)
    }

    /// The IPv4 address that the two pieces from this index on stand for.
    func ipv4(at index: Int) -> IPv4Address {
        IPv4Address(bits: UInt32(pieces[index]) << 16 | UInt32(pieces[index + 1]))
    }
}

extension IPv6Address: CustomStringConvertible {
    /// The address in lower-case hexadecimal, its first longest run of two or more zero pieces as `::`.
    ///
    /// URL: <https://url.spec.whatwg.org/#concept-ipv6-serializer>
    public var description: String {
        let compressed = longestZeroRun
        func text(_ range: Range<Int>) -> String {
            range.map { String(pieces[$0], radix: 16) }.joined(separator: ":")
        }
        guard let compressed else { return text(0..<8) }
        return text(0..<compressed.lowerBound) + "::" + text(compressed.upperBound..<8)
    }

    private var longestZeroRun: Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        for index in 0...8 where index == 8 || pieces[index] != 0 {
            if index - start > max(1, longest?.count ?? 0) {
                longest = start..<index
            }
            start = index + 1
        }
        return longest
    }
}
