// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// A URL as browsers understand it: parsed, joined and written by the rules of the WHATWG URL Standard.
///
/// Foundation's `URL` follows RFC 3986, which disagrees with browsers about white space, backslashes, dots, hosts and
/// more, so a reference in a page would name another file than the one that readers see.
///
/// All text in it is ASCII, so that comparing two values compares their bytes.
/// URL: <https://url.spec.whatwg.org/>
public struct WebURL: Hashable, Sendable {
    /// The part of a URL that says where something is at its host.
    public enum Path: Hashable, Sendable {
        /// The text behind the scheme of a URL such as `data:` or `mailto:` that has no hierarchy.
        case opaque(String)
        /// The parts behind each `/`, percent-encoded; a last empty one stands for a path that ends in `/`.
        case segments([String])
    }

    /// The scheme in lower case, without `:`.
    public internal(set) var scheme = ""
    /// The percent-encoded user name; empty where there is none.
    public internal(set) var username = ""
    /// The percent-encoded password; empty where there is none.
    public internal(set) var password = ""
    /// The host; `nil` where the URL has no `//`.
    public internal(set) var host: WebHost?
    /// The port; `nil` where the URL has none, or the default port of its scheme.
    public internal(set) var port: UInt16?
    /// The path, percent-encoded.
    public internal(set) var path = Path.segments([])
    /// What follows `?`, percent-encoded; `nil` without `?`.
    public internal(set) var query: String?
    /// What follows `#`, percent-encoded; `nil` without `#`.
    public internal(set) var fragment: String?

    /// A URL without any part, for the parser to fill.
    init() {}

    /// Parses a URL, relative to `base` where one is given; `nil` where a browser would refuse it.
    ///
    /// Takes time linear in the length of the text. `encoding` is that of the page that the text comes from; queries of
    /// special URLs are written in it.
    public init?(_ string: String, base: WebURL? = nil, encoding: PageEncoding = .utf8) {
        var parser = WebURLParser(string, base: base, encoding: encoding)
        do {
            self = try parser.parse()
        } catch {
            return nil
        }
    }

    /// Whether the scheme is one that the standard treats specially: `http`, `https`, `ws`, `wss`, `ftp` or `file`.
    public var isSpecial: Bool {
        WebURL.isSpecial(scheme: scheme)
    }

    /// Whether the scheme is `http` or `https`.
    public var isHTTP: Bool {
        scheme == "http" || scheme == "https"
    }

    /// Whether the URL leads to a host that anybody on the internet can reach, as far as its name tells.
    public var hasPublicHost: Bool {
        host.map { !$0.isPrivate } ?? false
    }

    /// Whether the path is opaque, so that nothing can be resolved against this URL.
    var hasOpaquePath: Bool {
        if case .opaque = path { true } else { false }
    }

    /// The percent-encoded segments; none for an opaque path.
    var segments: [String] {
        if case .segments(let segments) = path { segments } else { [] }
    }

    /// The segments of the path, each percent-decoded once, to bytes; none for an opaque path.
    ///
    /// A decoded segment can hold `/`, NUL and invalid UTF-8.
    public var decodedSegments: [[UInt8]] {
        segments.map { PercentEncoding.decode($0.utf8) }
    }

    static func isSpecial(scheme: String) -> Bool {
        scheme == "file" || defaultPort(ofScheme: scheme) != nil
    }

    static func defaultPort(ofScheme scheme: String) -> UInt16? {
        switch scheme {
        case "http", "ws": 80
        case "https", "wss": 443
        case "ftp": 21
        default: nil
        }
    }
}
