// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The states from the path to the end: path, query and fragment.
extension WebURLParser {
    mutating func pathStart() {
        if url.isSpecial {
            if isSeparator(current) {
                position += 1
            }
            path()
        } else {
            switch current {
            case nil: break
            case ASCII.questionMark: query()
            case ASCII.numberSign: fragment()
            default:
                if current == ASCII.slash {
                    position += 1
                }
                path()
            }
        }
    }

    /// The path state; adds to the segments that the URL has.
    mutating func path() {
        while true {
            let end = endOfComponent
            let hasNext = isSeparator(byte(at: end))
            appendSegment(input[position..<end], isLast: !hasNext)
            position = end
            guard hasNext else { break }
            position += 1
        }
        queryOrFragment()
    }

    private mutating func appendSegment(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        switch Self.dotCount(bytes) {
        case 2:
            shortenPath()
            fallthrough
        case 1:
            if isLast {
                segments.append("")
            }
        default:
            if url.scheme == "file", segments.isEmpty, Self.isDriveLetter(bytes), let letter = bytes.first {
                segments.append(String(decoding: [letter, ASCII.colon], as: UTF8.self))
            } else {
                segments.append(PercentEncoding.encode(bytes, .path))
            }
        }
    }

    /// How many dots the segment consists of, each of them plain or as `%2e`; 0 where it is not a dot segment.
    ///
    /// URL: <https://url.spec.whatwg.org/#double-dot-path-segment>
    private static func dotCount(_ bytes: ArraySlice<UInt8>) -> Int {
        guard bytes.count <= 6 else { return 0 }
        var rest = bytes
        var count = 0
        while let first = rest.first {
            if first == ASCII.dot {
                rest = rest.dropFirst()
            } else if rest.prefix(3).map(ASCII.lowercased).elementsEqual("%2e".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }

    /// Removes the last segment, but never the drive letter of a `file` URL.
    ///
    /// URL: <https://url.spec.whatwg.org/#shorten-a-urls-path>
    mutating func shortenPath() {
        if url.scheme == "file", segments.count == 1, Self.isNormalizedDriveLetter(segments[0]) {
            return
        }
        _ = segments.popLast()
    }

    /// A space stays as it is in an opaque path, except directly before the query or the fragment.
    mutating func opaquePath() {
        let end = input[position...].firstIndex { $0 == ASCII.questionMark || $0 == ASCII.numberSign }
        var text = PercentEncoding.encode(input[position..<(end ?? input.count)], .c0Control)
        if end != nil, text.utf8.last == ASCII.space {
            text.removeLast()
            text += "%20"
        }
        url.path = .opaque(text)
        position = end ?? input.count
        queryOrFragment()
    }

    private mutating func queryOrFragment() {
        switch current {
        case ASCII.questionMark: query()
        case ASCII.numberSign: fragment()
        default: break
        }
    }

    /// The query state, from the `?` on.
    mutating func query() {
        let start = position + 1
        let end = input[start...].firstIndex(of: ASCII.numberSign) ?? input.count
        let isInPageEncoding = url.isSpecial && url.scheme != "ws" && url.scheme != "wss"
        let query = String(decoding: input[start..<end], as: UTF8.self)
        url.query = PercentEncoding.encode(
            (isInPageEncoding ? encoding : .utf8).queryBytes(of: query), url.isSpecial ? .specialQuery : .query)
        position = end
        queryOrFragment()
    }

    /// The fragment state, from the `#` on.
    mutating func fragment() {
        url.fragment = PercentEncoding.encode(input[(position + 1)...], .fragment)
        position = input.count
    }
}
