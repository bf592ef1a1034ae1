// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// An IPv4 address.
public struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
    /// The address with its first part in the highest byte.
    public let bits: UInt32

    /// An address of 32 bits, its first number in the highest eight.
    public init(bits: UInt32) {
        self.bits = bits
    }

    /// The address in decimal parts, such as `192.0.2.1`.
    public var description: String {
        "\(bits >> 24).\(bits >> 16 & 0xFF).\(bits >> 8 & 0xFF).\(bits & 0xFF)"
    }
}

extension IPv4Address {
    /// Whether a host name ends in a number, so that it has to be an IPv4 address to be a host at all.
    ///
    /// URL: <https://url.spec.whatwg.org/#ends-in-a-number-checker>
    static func isMeant(by name: some BidirectionalCollection<UInt8>) -> Bool {
        guard let last = parts(of: name).last else { return false }
        return (!last.isEmpty && last.allSatisfy(ASCII.isDigit)) || number(last) != nil
    }

    /// Parses one to four decimal, octal (`0…`) or hexadecimal (`0x…`) parts, of which the last one fills what is left.
    ///
    /// URL: <https://url.spec.whatwg.org/#concept-ipv4-parser>
    init?(parsing name: some BidirectionalCollection<UInt8>) {
        var numbers: [UInt64] = []
        for part in Self.parts(of: name) {
            guard let number = Self.number(part), numbers.count < 4 else { return nil }
            numbers.append(number)
        }
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 <= 255 }) else { return nil }
        guard last < 1 << UInt64(8 * (4 - numbers.count)) else { return nil }
        var bits = last
        for (index, number) in numbers.enumerated() {
            bits += number << UInt64(8 * (3 - index))
        }
        self.init(bits: UInt32(bits))
    }

    /// The parts between the dots, without the empty one behind a last dot.
    private static func parts<Name: BidirectionalCollection<UInt8>>(of name: Name) -> [Name.SubSequence] {
        var parts = name.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true {
            parts.removeLast()
        }
        return parts
    }

    /// The value of one part; 2³² for anything above the 32 bits of an address. `nil` for what is not a number.
    ///
    /// URL: <https://url.spec.whatwg.org/#ipv4-number-parser>
    private static func number(_ part: some Collection<UInt8>) -> UInt64? {
        guard let first = part.first else { return nil }
        var digits = Array(part)
        var radix: UInt64 = 10
        if first == UInt8(ascii: "0"), digits.count >= 2 {
            let isHexadecimal = ASCII.lowercased(digits[1]) == UInt8(ascii: "x")
            radix = isHexadecimal ? 16 : 8
            digits.removeFirst(isHexadecimal ? 2 : 1)
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = ASCII.hexValue(byte), digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 32)
        }
        return value
    }
}
