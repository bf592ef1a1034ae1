// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The states of the `file` scheme, with its Windows drive letters.
extension WebURLParser {
    mutating func file() throws(Failure) {
        url.scheme = "file"
        url.host = .empty
        if isSeparator(current) {
            position += 1
            return try fileSlash()
        }
        guard let base = fileBase else { return path() }
        url.host = base.host
        segments = base.segments
        url.query = base.query
        switch current {
        case nil: break
        case ASCII.questionMark: query()
        case ASCII.numberSign: fragment()
        default:
            url.query = nil
            if startsWithWindowsDriveLetter {
                segments = []
            } else {
                shortenPath()
            }
            path()
        }
    }

    private mutating func fileSlash() throws(Failure) {
        if isSeparator(current) {
            position += 1
            return try fileHost()
        }
        if let base = fileBase {
            url.host = base.host
            if !startsWithWindowsDriveLetter, let drive = base.segments.first, Self.isNormalizedDriveLetter(drive) {
                segments = [drive]
            }
        }
        path()
    }

    private mutating func fileHost() throws(Failure) {
        let end = endOfComponent
        let bytes = input[position..<end]
        if Self.isDriveLetter(bytes) {
            // `file://C:/x` means `file:///C:/x`: the path state reads the letter again.
            return path()
        }
        position = end
        if !bytes.isEmpty {
            guard let host = WebHost(parsing: bytes, isOpaque: false) else { throw Failure() }
            url.host = host == .domain("localhost") ? .empty : host
        }
        pathStart()
    }

    private var fileBase: WebURL? {
        base?.scheme == "file" ? base : nil
    }

    /// URL: <https://url.spec.whatwg.org/#start-with-a-windows-drive-letter>
    private var startsWithWindowsDriveLetter: Bool {
        guard Self.isDriveLetter(input[position...].prefix(2)) else { return false }
        let next = byte(at: position + 2)
        return next == nil || next == ASCII.questionMark || next == ASCII.numberSign || isSeparator(next)
    }

    /// Whether the bytes are a letter and `:` or `|`.
    static func isDriveLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 2, let letter = bytes.first, let mark = bytes.last else { return false }
        return ASCII.isLetter(letter) && (mark == ASCII.colon || mark == UInt8(ascii: "|"))
    }

    /// Whether the segment is a letter and `:`.
    static func isNormalizedDriveLetter(_ segment: String) -> Bool {
        segment.utf8.last == ASCII.colon && isDriveLetter(Array(segment.utf8)[...])
    }
}
