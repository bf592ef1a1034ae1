// SPDX-License-Identifier: Apache-2.0

extension ISO2022JPCodec {
    /// HTML and URLs differ here: markup must not leave ASCII for yen sign and overline, and has no use for half-width
    /// katakana that come back full-width.
    ///
    /// Encoding: <https://encoding.spec.whatwg.org/#iso-2022-jp-encoder>
    mutating func appendForURL(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        switch scalar {
        case "\u{0E}", "\u{0F}", "\u{1B}":
            if state == .jis0208 { change(to: .ascii, &bytes) }
            return false
        case "\\", "~":
            change(to: .ascii, &bytes)
            bytes.append(UInt8(scalar.value))
        case _ where scalar.isASCII:
            if state != .roman { change(to: .ascii, &bytes) }
            bytes.append(UInt8(scalar.value))
        case "\u{A5}", "\u{203E}":
            change(to: .roman, &bytes)
            bytes.append(scalar == "\u{A5}" ? 0x5C : 0x7E)
        default:
            guard let pointer = MultiByteIndex.jis0208Pointers[Self.fullWidth(scalar).value] else {
                if state == .jis0208 { change(to: .ascii, &bytes) }
                return false
            }
            change(to: .jis0208, &bytes)
            bytes += [UInt8(pointer / 94 + 0x21), UInt8(pointer % 94 + 0x21)]
        }
        return true
    }

    /// The scalar that is written in place of one that JIS X 0208 lacks.
    private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2212: "\u{FF0D}"
        case 0xFF61...0xFF9F: katakana[Int(scalar.value) - 0xFF61]
        default: scalar
        }
    }

    /// The full-width forms of U+FF61 to U+FF9F.
    private static let katakana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
            .unicodeScalars)
}
