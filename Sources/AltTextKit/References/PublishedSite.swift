// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// Where the root of a site is published: an origin and, below it, a path.
struct PublishedSite: Sendable {
    /// The root's URL, without the empty segment of a last `/`.
    private let url: WebURL
    /// The decoded segments of that URL.
    private let prefix: [[UInt8]]
    /// Whether the URL is made up, since nobody said where the site is published.
    private let isSynthetic: Bool

    /// The site at a URL; `nil`, or a URL that is not `http` or `https`, gives a made-up origin with the root at its
    /// top.
    init(url: WebURL?) {
        var root = WebURL()
        root.scheme = "https"
        root.host = .domain("site.invalid")
        if let url, url.isHTTP {
            root = url
            root.path = .segments(url.segments.filter { !$0.isEmpty })
            root.query = nil
            root.fragment = nil
            isSynthetic = false
        } else {
            isSynthetic = true
        }
        self.url = root
        prefix = root.decodedSegments
    }

    /// The URL of the file at a path relative to the root. A path that climbs above the root stays at it.
    func url(ofFile path: FilePath) -> WebURL {
        var names: [String] = []
        for name in path.bytes.split(separator: ASCII.slash) {
            switch name {
            case [ASCII.dot]: break
            case [ASCII.dot, ASCII.dot]: _ = names.popLast()
            default: names.append(PercentEncoding.encode(name, .fileName))
            }
        }
        var result = url
        result.path = .segments(url.segments + names)
        return result
    }

    /// The decoded segments below the root, a last empty one for a folder; `nil` for a URL that is not below the root.
    ///
    /// `http` and `https` are the same site, where both have the default port.
    func components(of other: WebURL) -> [[UInt8]]? {
        guard other.isHTTP, other.host == url.host, other.port == url.port else { return nil }
        let segments = other.decodedSegments
        guard segments.starts(with: prefix) else { return nil }
        return Array(segments.dropFirst(prefix.count))
    }

    /// The URL under which readers find what `other`, which is below the root, refers to; `nil` where nobody said
    /// where.
    func publicURL(of other: WebURL) -> WebURL? {
        guard !isSynthetic else { return nil }
        var result = other
        result.scheme = url.scheme
        result.username = ""
        result.password = ""
        return result
    }
}
