// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

extension WebHost {
    /// Parses what stands between the credentials and the port of a URL; `nil` where it is not a host.
    ///
    /// `isOpaque` is whether the scheme of the URL is not special.
    /// URL: <https://url.spec.whatwg.org/#host-parsing>
    init?(parsing bytes: ArraySlice<UInt8>, isOpaque: Bool) {
        if bytes.first == ASCII.openingBracket {
            guard bytes.last == ASCII.closingBracket, bytes.count > 1 else { return nil }
            guard let address = IPv6Address(parsing: bytes.dropFirst().dropLast()) else { return nil }
            self = .ipv6(address)
        } else if isOpaque {
            guard !bytes.contains(where: Self.isForbidden) else { return nil }
            self = bytes.isEmpty ? .empty : .opaque(PercentEncoding.encode(bytes, .c0Control))
        } else {
            guard let name = Self.asciiDomain(of: PercentEncoding.decode(bytes)) else { return nil }
            if IPv4Address.isMeant(by: name.utf8) {
                guard let address = IPv4Address(parsing: name.utf8) else { return nil }
                self = .ipv4(address)
            } else {
                self = .domain(name)
            }
        }
    }

    /// The host name in ASCII lower case; `nil` where it is empty or holds what no host name can.
    ///
    /// Names in ASCII are not checked any further, not even their Punycode: so browsers do it.
    private static func asciiDomain(of bytes: [UInt8]) -> String? {
        let name: String?
        if bytes.allSatisfy({ $0 < 0x80 }) {
            name = String(decoding: bytes.map(ASCII.lowercased), as: UTF8.self)
        } else {
            name = InternationalDomain.toASCII(String(decoding: bytes, as: UTF8.self))
        }
        guard let name, !name.isEmpty, !name.utf8.contains(where: isForbiddenInDomain) else { return nil }
        return name
    }

    /// URL: <https://url.spec.whatwg.org/#forbidden-host-code-point>
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0D, ASCII.space, ASCII.numberSign, ASCII.slash, ASCII.colon,
            UInt8(ascii: "<"), UInt8(ascii: ">"), ASCII.questionMark, ASCII.atSign, ASCII.openingBracket,
            ASCII.backslash, ASCII.closingBracket, UInt8(ascii: "^"), UInt8(ascii: "|"):
            true
        default:
            false
        }
    }

    /// URL: <https://url.spec.whatwg.org/#forbidden-domain-code-point>
    private static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
        isForbidden(byte) || byte < 0x20 || byte == ASCII.percentSign || byte == 0x7F
    }
}
