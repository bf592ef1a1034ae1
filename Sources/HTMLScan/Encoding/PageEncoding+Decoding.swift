// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// Decodes bytes as a browser does: what is malformed becomes U+FFFD, nothing fails.
    ///
    /// A byte order mark is decoded like any other character. Part of a page is decoded as if the page began there,
    /// which is right where the part begins and ends beside an ASCII character, as an attribute value does.
    /// Encoding: <https://encoding.spec.whatwg.org/#specification-hooks>
    public func decode(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .replacement: return bytes.isEmpty ? "" : "\u{FFFD}"
        case .utf16BE, .utf16LE:
            let transcoding = UTF16Transcoding(of: Array(bytes), isBigEndian: self == .utf16BE)
            return String(decoding: transcoding.utf8, as: UTF8.self)
        default: break
        }
        // Most attribute values are ASCII, whatever the page is in; only ISO-2022-JP gives ASCII bytes other meanings.
        if isASCIICompatible && bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if let table = singleByteTable {
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + bytes.count / 2)
            for byte in bytes {
                let value = byte < 0x80 ? UInt16(byte) : table[Int(byte) - 0x80]
                output.append(utf8Of: Unicode.Scalar(value) ?? "\u{FFFD}")
            }
            return String(decoding: output, as: UTF8.self)
        }
        var codec = codec
        return codec?.decode(Array(bytes)) ?? ""
    }
}
