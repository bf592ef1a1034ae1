// SPDX-License-Identifier: Apache-2.0

extension UInt8 {
    /// Whether the byte is tab, line feed, form feed, carriage return or space.
    var isASCIIWhitespace: Bool {
        self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
    }

    /// Whether the byte is an ASCII letter of either case.
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether the byte is an ASCII digit.
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

    /// The byte, a letter A to Z replaced by its lower-case form.
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
