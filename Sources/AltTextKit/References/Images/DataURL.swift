// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// What a `data:` URL holds.
public struct DataURL: Hashable, Sendable {
    /// The type and subtype that the URL claims, in lower case and without parameters; `text/plain` where it claims
    /// none.
    public let mediaType: String
    /// The decoded contents.
    public let bytes: [UInt8]

    /// Processes a `data:` URL; `nil` for other schemes, without a comma, and where the base64 text is not valid.
    ///
    /// Fetch: <https://fetch.spec.whatwg.org/#data-url-processor>
    public init?(_ url: WebURL) {
        guard url.scheme == "data" else { return nil }
        let input = Array(url.hrefWithoutFragment.utf8.dropFirst("data:".utf8.count))
        guard let comma = input.firstIndex(of: ASCII.comma) else { return nil }
        let claim = ASCII.trimmingSpace(input[..<comma])
        let body = PercentEncoding.decode(input[(comma + 1)...])
        if let type = Self.droppingBase64Marker(claim) {
            guard let bytes = ForgivingBase64.decode(body) else { return nil }
            self.bytes = bytes
            mediaType = Self.essence(of: type)
        } else {
            bytes = body
            mediaType = Self.essence(of: claim)
        }
    }

    /// The MIME type in front of `;base64`, which spaces may separate; `nil` without that marker.
    private static func droppingBase64Marker(_ claim: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let marker = "base64"
        guard claim.suffix(marker.utf8.count).map(ASCII.lowercased).elementsEqual(marker.utf8) else { return nil }
        var type = claim.dropLast(marker.utf8.count)
        while type.last == ASCII.space {
            type = type.dropLast()
        }
        return type.last == ASCII.semicolon ? type.dropLast() : nil
    }

    /// MIME Sniffing: <https://mimesniff.spec.whatwg.org/#parsing-a-mime-type>
    private static func essence(of claim: ArraySlice<UInt8>) -> String {
        let essence = claim.prefix { $0 != ASCII.semicolon }
        let parts = ASCII.trimmingSpace(essence).split(
            separator: ASCII.slash, maxSplits: 1, omittingEmptySubsequences: false
        )
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isTokenByte) }) else {
            return "text/plain"
        }
        return parts.map { String(decoding: $0.map(ASCII.lowercased), as: UTF8.self) }.joined(separator: "/")
    }

    /// Whether the byte can be in an HTTP token.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
