// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Base64 as browsers read it: white space anywhere, padding or none.
enum ForgivingBase64 {
    /// The bytes that the text stands for; `nil` for a wrong length, wrong padding or a byte outside of the alphabet.
    ///
    /// Infra: <https://infra.spec.whatwg.org/#forgiving-base64-decode>
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        var digits = text.filter { !ASCII.isSpace($0) }
        if digits.count.isMultiple(of: 4) {
            for _ in 0..<2 where digits.last == ASCII.equals {
                digits.removeLast()
            }
        }
        guard digits.count % 4 != 1 else { return nil }

        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 4 * 3 + 2)
        var buffer: UInt32 = 0
        var bitCount = 0
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bitCount)))
            }
        }
        // Bits that do not make up a byte are dropped, whatever they are.
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case ASCII.plus: 62
        case ASCII.slash: 63
        default: nil
        }
    }
}
