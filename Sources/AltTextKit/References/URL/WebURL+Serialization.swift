// SPDX-License-Identifier: Apache-2.0

extension WebURL: CustomStringConvertible {
    /// The URL as text.
    ///
    /// URL: <https://url.spec.whatwg.org/#url-serializing>
    public var href: String {
        var text = hrefWithoutFragment
        if let fragment {
            text += "#" + fragment
        }
        return text
    }

    /// The URL as text, without `#` and what follows it.
    public var hrefWithoutFragment: String {
        var text = scheme + ":"
        if let host {
            text += "//" + credentials + host.description
            if let port {
                text += ":\(port)"
            }
        } else if case .segments(let segments) = path, segments.count > 1, segments[0].isEmpty {
            // Without this the empty first segment would read as the `//` in front of a host.
            text += "/."
        }
        text += pathname
        if let query {
            text += "?" + query
        }
        return text
    }

    /// The path as text, percent-encoded.
    public var pathname: String {
        switch path {
        case .opaque(let text): text
        case .segments(let segments): segments.reduce(into: "") { $0 += "/" + $1 }
        }
    }

    /// The URL as ``href`` has it.
    public var description: String {
        href
    }

    private var credentials: String {
        guard !username.isEmpty || !password.isEmpty else { return "" }
        return password.isEmpty ? username + "@" : username + ":" + password + "@"
    }
}
