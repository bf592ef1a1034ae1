// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The basic URL parser of the URL Standard, without its state override (which only scripts use).
///
/// Each method is the state of its name and ends by calling the next one. `position` is at the first byte that the
/// state has to look at. Where the standard collects a buffer byte by byte, this looks ahead to the byte that ends it.
/// URL: <https://url.spec.whatwg.org/#concept-basic-url-parser>
struct WebURLParser {
    /// The input is not a URL.
    struct Failure: Error {}

    /// The bytes to parse: UTF-8, trimmed, without tabs and line ends.
    let input: [UInt8]
    let base: WebURL?
    let encoding: PageEncoding
    var position = 0
    /// All but the segments of the path.
    var url = WebURL()
    /// Beside the URL, since appending to an enum's payload copies it: a path of many segments would take quadratic
    /// time.
    var segments: [String] = []

    init(_ string: String, base: WebURL?, encoding: PageEncoding) {
        func isTrimmed(_ byte: UInt8) -> Bool { byte <= ASCII.space }
        let bytes = Array(string.utf8)
        let start = bytes.firstIndex { !isTrimmed($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isTrimmed($0) }.map { $0 + 1 } ?? start
        input = bytes[start..<end].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        self.base = base
        self.encoding = encoding
    }

    /// The URL that the input stands for.
    mutating func parse() throws(Failure) -> WebURL {
        if let scheme = consumeScheme() {
            url.scheme = scheme
            try afterScheme()
        } else {
            try noScheme()
        }
        if !url.hasOpaquePath {
            url.path = .segments(segments)
        }
        return url
    }

    /// The byte at the position; `nil` at the end of the input.
    var current: UInt8? {
        byte(at: position)
    }

    func byte(at index: Int) -> UInt8? {
        index < input.count ? input[index] : nil
    }

    /// Whether the byte separates path segments in this URL: `/`, in a special URL also `\`.
    func isSeparator(_ byte: UInt8?) -> Bool {
        byte == ASCII.slash || (byte == ASCII.backslash && url.isSpecial)
    }

    /// The offset of the first byte from the position on that ends a path segment or host, or the end of the input.
    var endOfComponent: Int {
        let isSpecial = url.isSpecial
        return input[position...].firstIndex { byte in
            switch byte {
            case ASCII.slash, ASCII.questionMark, ASCII.numberSign: true
            case ASCII.backslash: isSpecial
            default: false
            }
        } ?? input.count
    }
}

// MARK: - Scheme states

extension WebURLParser {
    /// The scheme start and scheme states: the scheme in lower case, with its `:` consumed; `nil` where there is none.
    private mutating func consumeScheme() -> String? {
        guard let first = input.first, ASCII.isLetter(first) else { return nil }
        let end = input.firstIndex { byte in
            !ASCII.isAlphanumeric(byte) && byte != ASCII.plus && byte != ASCII.hyphen
                && byte != ASCII.dot
        }
        guard let end, input[end] == ASCII.colon else { return nil }
        position = end + 1
        return String(decoding: input[..<end].map(ASCII.lowercased), as: UTF8.self)
    }

    private mutating func afterScheme() throws(Failure) {
        if url.scheme == "file" {
            try file()
        } else if url.isSpecial {
            if let base, base.scheme == url.scheme {
                try specialRelativeOrAuthority(base)
            } else {
                // The special authority slashes state: browsers forgive whatever number of slashes.
                try specialAuthorityIgnoreSlashes()
            }
        } else if current == ASCII.slash {
            position += 1
            try pathOrAuthority()
        } else {
            opaquePath()
        }
    }

    private mutating func noScheme() throws(Failure) {
        guard let base else { throw Failure() }
        if base.hasOpaquePath {
            guard current == ASCII.numberSign else { throw Failure() }
            url = base
            fragment()
        } else if base.scheme == "file" {
            try file()
        } else {
            try relative(to: base)
        }
    }

    private mutating func specialRelativeOrAuthority(_ base: WebURL) throws(Failure) {
        if current == ASCII.slash, byte(at: position + 1) == ASCII.slash {
            try specialAuthorityIgnoreSlashes()
        } else {
            try relative(to: base)
        }
    }

    private mutating func pathOrAuthority() throws(Failure) {
        if current == ASCII.slash {
            position += 1
            try authority()
        } else {
            path()
        }
    }
}

// MARK: - Relative states

extension WebURLParser {
    private mutating func relative(to base: WebURL) throws(Failure) {
        url.scheme = base.scheme
        if isSeparator(current) {
            position += 1
            return try relativeSlash(base)
        }
        takeAuthority(of: base)
        segments = base.segments
        url.query = base.query
        switch current {
        case nil: break
        case ASCII.questionMark: query()
        case ASCII.numberSign: fragment()
        default:
            url.query = nil
            shortenPath()
            path()
        }
    }

    private mutating func relativeSlash(_ base: WebURL) throws(Failure) {
        if url.isSpecial, isSeparator(current) {
            try specialAuthorityIgnoreSlashes()
        } else if current == ASCII.slash {
            position += 1
            try authority()
        } else {
            takeAuthority(of: base)
            path()
        }
    }

    private mutating func takeAuthority(of base: WebURL) {
        url.username = base.username
        url.password = base.password
        url.host = base.host
        url.port = base.port
    }
}
