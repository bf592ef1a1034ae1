// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// The encoding in which a browser begins to read a page, and how it was found.
    package struct Detection: Hashable, Sendable {
        /// Where a page's encoding was found.
        package enum Source: Sendable {
            /// The byte order mark that the page begins with.
            case byteOrderMark
            /// A `meta` element or XML declaration in the first 1,024 bytes.
            case prescan
            /// Nowhere, but the page is valid UTF-8.
            case validUTF8
            /// Nowhere, and the page is no UTF-8 either: a browser's default for most languages.
            case fallback
        }

        /// The encoding.
        package let encoding: PageEncoding
        /// Where it was found.
        package let source: Source

        /// The encoding that a `meta` element met while the page is read can still change; `nil` where none can.
        ///
        /// Where a `meta` can be read in UTF-16, the page is in UTF-16, whatever it says.
        /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#change-the-encoding>
        var tentativeEncoding: PageEncoding? {
            source == .byteOrderMark || encoding == .utf16BE || encoding == .utf16LE ? nil : encoding
        }
    }

    /// The encoding in which a browser begins to read a page that comes without a `charset` from its server.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#encoding-sniffing-algorithm>
    package static func detect(in bytes: [UInt8]) -> Detection {
        if let encoding = byteOrderMark(of: bytes) { return Detection(encoding: encoding, source: .byteOrderMark) }
        if let encoding = EncodingPrescan.encoding(in: bytes) { return Detection(encoding: encoding, source: .prescan) }
        if String(validating: bytes, as: UTF8.self) != nil { return Detection(encoding: .utf8, source: .validUTF8) }
        return Detection(encoding: .windows1252, source: .fallback)
    }

    private static func byteOrderMark(of bytes: [UInt8]) -> PageEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
        return nil
    }

    /// The encoding that a page is in where its `meta` declares this one.
    ///
    /// A `meta` that could be read as ASCII is not in UTF-16, and x-user-defined is for scripts.
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#change-the-encoding>
    var asDeclaredByMeta: PageEncoding {
        switch self {
        case .utf16BE, .utf16LE: .utf8
        case .userDefined: .windows1252
        default: self
        }
    }
}
