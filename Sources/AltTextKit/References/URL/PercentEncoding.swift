// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The bytes that one part of a URL may hold only percent-encoded.
///
/// Every set holds the C0 controls and all bytes above `~`, so that a serialised URL is printable ASCII.
/// URL: <https://url.spec.whatwg.org/#percent-encoded-bytes>
struct PercentEncodeSet: Sendable {
    /// Bit n is byte n.
    private var lowHalf: UInt64 = 0x0000_0000_FFFF_FFFF
    /// Bit n is byte 64 + n.
    private var highHalf: UInt64 = 1 << 63

    private init() {}

    /// A set with further ASCII characters.
    private func adding(_ characters: StaticString) -> PercentEncodeSet {
        var result = self
        for byte in characters.description.utf8 {
            if byte < 64 {
                result.lowHalf |= 1 << UInt64(byte)
            } else {
                result.highHalf |= 1 << UInt64(byte - 64)
            }
        }
        return result
    }

    func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case ..<64: lowHalf & (1 << UInt64(byte)) != 0
        case ..<128: highHalf & (1 << UInt64(byte - 64)) != 0
        default: true
        }
    }

    static let c0Control = PercentEncodeSet()
    static let fragment = c0Control.adding(" \"<>`")
    static let query = c0Control.adding(" \"#<>")
    static let specialQuery = query.adding("'")
    static let path = query.adding("?^`{}")
    static let userinfo = path.adding("/:;=@[\\]|")
    /// For the name of a file on disk that becomes a path segment: what would end the segment or be decoded in it, too.
    static let fileName = path.adding("%/\\")
}

/// Percent-encoding and its reverse.
enum PercentEncoding {
    /// The bytes as ASCII text, those of the set as `%XX` with upper-case digits.
    static func encode(_ bytes: some Sequence<UInt8>, _ set: PercentEncodeSet) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.underestimatedCount)
        for byte in bytes {
            if set.contains(byte) {
                encoded.append(ASCII.percentSign)
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 0x0F)])
            } else {
                encoded.append(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The bytes with each `%XX` replaced by its byte, once; a `%` without two hexadecimal digits stays as it is.
    ///
    /// URL: <https://url.spec.whatwg.org/#percent-decode>
    static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        guard input.contains(ASCII.percentSign) else { return input }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(input.count)
        var position = 0
        while position < input.count {
            if input[position] == ASCII.percentSign, position + 2 < input.count,
                let high = ASCII.hexValue(input[position + 1]), let low = ASCII.hexValue(input[position + 2])
            {
                decoded.append(high << 4 | low)
                position += 3
            } else {
                decoded.append(input[position])
                position += 1
            }
        }
        return decoded
    }
}
