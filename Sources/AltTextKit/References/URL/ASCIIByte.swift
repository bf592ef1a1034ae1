// SPDX-License-Identifier: Apache-2.0

/// The classes of ASCII bytes that the web's standards name, and the bytes that delimit the parts of a URL.
///
/// Infra: <https://infra.spec.whatwg.org/#code-points>
enum ASCIIByte {
    static let space = UInt8(ascii: " ")
    static let numberSign = UInt8(ascii: "#")
    static let percentSign = UInt8(ascii: "%")
    static let plus = UInt8(ascii: "+")
    static let comma = UInt8(ascii: ",")
    static let hyphen = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let questionMark = UInt8(ascii: "?")
    static let atSign = UInt8(ascii: "@")
    static let openingBracket = UInt8(ascii: "[")
    static let backslash = UInt8(ascii: "\\")
    static let closingBracket = UInt8(ascii: "]")

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func isAlpha(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || isAlpha(byte)
    }

    /// Whether HTML counts the byte as white space: tab, line feed, form feed, carriage return or space.
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == space || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    /// The value of a hexadecimal digit in either case; `nil` for any other byte.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    /// The bytes without the white space at both ends.
    static func trimmingWhitespace<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
        let trailing = bytes.reversed().prefix(while: isWhitespace).count
        return bytes.dropLast(trailing).drop(while: isWhitespace)
    }
}
