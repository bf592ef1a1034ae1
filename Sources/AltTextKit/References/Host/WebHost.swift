// SPDX-License-Identifier: Apache-2.0

/// The host of a URL.
///
/// URL: <https://url.spec.whatwg.org/#concept-host>
public enum WebHost: Hashable, Sendable {
    /// A host name of a special URL in ASCII lower case; internationalised names are in Punycode.
    case domain(String)
    /// An IPv4 address, however it was written.
    case ipv4(IPv4Address)
    /// An IPv6 address.
    case ipv6(IPv6Address)
    /// The host of a URL with a scheme that browsers do not know, percent-encoded.
    case opaque(String)
    /// The empty host, as in `file:///`.
    case empty
}

extension WebHost: CustomStringConvertible {
    /// The host as it stands in a URL, an IPv6 address in brackets.
    ///
    /// URL: <https://url.spec.whatwg.org/#host-serializing>
    public var description: String {
        switch self {
        case .domain(let name), .opaque(let name): name
        case .ipv4(let address): address.description
        case .ipv6(let address): "[\(address)]"
        case .empty: ""
        }
    }
}
