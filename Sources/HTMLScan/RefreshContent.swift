// SPDX-License-Identifier: Apache-2.0

/// The `content` of a `meta http-equiv=refresh`, such as `0; url=../new/`.
enum RefreshContent {
    /// How many seconds at most a page stays that is no more than a sign to another.
    private static let longestDelay = 10

    /// The URL, as it is written; `nil` where the page stays for longer, or only reloads itself.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps>
    static func href(in content: String) -> String? {
        let time = content.drop(while: \.isWhitespace).prefix(while: isPartOfNumber)
        let seconds = time.prefix { $0 != "." }
        guard !time.isEmpty, seconds.count < 3, Int(seconds) ?? 0 <= longestDelay else { return nil }
        var rest = content[time.endIndex...]
        guard let separator = rest.first, separator.isWhitespace || isMark(separator) else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        if let first = rest.first, isMark(first) { rest = rest.dropFirst().drop(while: \.isWhitespace) }
        if rest.prefix(3).lowercased() == "url" {
            let value = rest.dropFirst(3).drop(while: \.isWhitespace)
            if value.first == "=" { rest = value.dropFirst().drop(while: \.isWhitespace) }
        }
        if let quote = rest.first, quote == "\"" || quote == "'" { rest = rest.dropFirst().prefix { $0 != quote } }
        let href = rest.trimmingSpaces()
        return href.isEmpty ? nil : href
    }

    private static func isPartOfNumber(_ character: Character) -> Bool {
        character == "." || ("0"..."9").contains(character)
    }

    private static func isMark(_ character: Character) -> Bool {
        character == ";" || character == ","
    }
}
