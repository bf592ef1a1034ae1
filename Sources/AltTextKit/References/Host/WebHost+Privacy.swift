// SPDX-License-Identifier: Apache-2.0

extension WebHost {
    /// Whether the host is, as far as its name tells, not one that anybody on the internet can reach.
    ///
    /// True for this machine, private and link-local networks and their metadata services, for all that the address
    /// registries reserve, however the address is written, and for names that public DNS does not have. What a public
    /// name resolves to is not looked up: it can be a private address all the same.
    ///
    /// Registries: <https://www.iana.org/assignments/iana-ipv4-special-registry>,
    /// <https://www.iana.org/assignments/iana-ipv6-special-registry>; names: RFC 6761, RFC 6762, RFC 8375.
    public var isPrivate: Bool {
        switch self {
        case .domain(let name): Self.isPrivate(name: name)
        case .ipv4(let address): address.isPrivate
        case .ipv6(let address): address.isPrivate
        case .opaque, .empty: true
        }
    }

    private static func isPrivate(name: String) -> Bool {
        let labels = name.split(separator: ".")
        guard labels.count > 1, let last = labels.last else { return true }
        return switch last {
        case "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan": true
        case "arpa": labels.suffix(2).elementsEqual(["home", "arpa"])
        default: false
        }
    }
}

extension IPv4Address {
    /// Whether the address is reserved: not one of a host on the public internet.
    var isPrivate: Bool {
        Self.reserved.contains { bits >> (32 - $0.length) == $0.prefix.bits >> (32 - $0.length) }
    }

    private static let reserved: [(prefix: IPv4Address, length: UInt32)] = [
        (IPv4Address(0, 0, 0), 8),  // this network, unspecified
        (IPv4Address(10, 0, 0), 8),  // private
        (IPv4Address(100, 64, 0), 10),  // carrier-grade NAT; 100.100.100.200 is a metadata service
        (IPv4Address(127, 0, 0), 8),  // loopback
        (IPv4Address(bits: 0xA83F_8110), 32),  // 168.63.129.16, the metadata service of Azure
        (IPv4Address(169, 254, 0), 16),  // link-local; 169.254.169.254 is a metadata service
        (IPv4Address(172, 16, 0), 12),  // private
        (IPv4Address(192, 0, 0), 24),  // protocol assignments; 192.0.0.192 is a metadata service
        (IPv4Address(192, 0, 2), 24),  // documentation
        (IPv4Address(192, 88, 99), 24),  // 6to4 relays
        (IPv4Address(192, 168, 0), 16),  // private
        (IPv4Address(198, 18, 0), 15),  // benchmarks
        (IPv4Address(198, 51, 100), 24),  // documentation
        (IPv4Address(203, 0, 113), 24),  // documentation
        (IPv4Address(224, 0, 0), 4),  // multicast
        (IPv4Address(240, 0, 0), 4),  // reserved, broadcast
    ]

    private init(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
        self.init(bits: first << 24 | second << 16 | third << 8)
    }
}

extension IPv6Address {
    /// Whether the address is not one of a host on the public internet, itself or through the IPv4 address in it.
    var isPrivate: Bool {
        if hasPrefix(0, 0, 0, 0, 0, 0xFFFF) || hasPrefix(0x64, 0xFF9B, 0, 0, 0, 0) {
            // IPv4-mapped, and NAT64.
            return lastIPv4.isPrivate
        }
        if hasPrefix(0x2002) {
            // 6to4
            return ipv4(at: 1).isPrivate
        }
        // All that is public is in 2000::/3. Loopback, IPv4-compatible, unique local (with fd00:ec2::254, a metadata
        // service), link-local, site-local and multicast addresses are outside of it.
        guard pieces[0] & 0xE000 == 0x2000 else { return true }
        let isProtocolAssignment = pieces[0] == 0x2001 && pieces[1] < 0x0200  // Teredo and ORCHID among them
        let isDocumentation = hasPrefix(0x2001, 0x0DB8) || (pieces[0] == 0x3FFF && pieces[1] < 0x1000)
        return isProtocolAssignment || isDocumentation
    }

    private func hasPrefix(_ prefix: UInt16...) -> Bool {
        prefix.indices.allSatisfy { pieces[$0] == prefix[$0] }
    }
}
