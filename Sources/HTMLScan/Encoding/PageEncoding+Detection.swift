// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// The encoding of a page, and how it was found.
    public struct Detection: Hashable, Sendable {
        /// Where a page's encoding was found.
        public enum Source: Sendable {
            /// The byte order mark that the page begins with.
            case byteOrderMark
            /// A `meta` element or XML declaration in the first 1,024 bytes.
            case prescan
            /// A `meta` element behind them, in the page's head.
            case lateMeta
            /// Nowhere, but the page is valid UTF-8.
            case validUTF8
            /// Nowhere, and the page is no UTF-8 either: a browser's default for most languages.
            case fallback
        }

        /// The encoding.
        public let encoding: PageEncoding
        /// Where it was found.
        public let source: Source

        /// An encoding that was found somewhere.
        public init(encoding: PageEncoding, source: Source) {
            self.encoding = encoding
            self.source = source
        }
    }

    /// The encoding in which a browser reads a page that comes without a `charset` from its server.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#encoding-sniffing-algorithm>
    public static func detect(in bytes: [UInt8]) -> Detection {
        if let encoding = byteOrderMark(of: bytes) { return Detection(encoding: encoding, source: .byteOrderMark) }
        if let encoding = EncodingPrescan.encoding(in: bytes) { return Detection(encoding: encoding, source: .prescan) }
        if let encoding = LateMetaScan.encoding(in: bytes) { return Detection(encoding: encoding, source: .lateMeta) }
        if String(validating: bytes, as: UTF8.self) != nil { return Detection(encoding: .utf8, source: .validUTF8) }
        return Detection(encoding: .windows1252, source: .fallback)
    }

    private static func byteOrderMark(of bytes: [UInt8]) -> PageEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
        return nil
    }
}
