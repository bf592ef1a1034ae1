// SPDX-License-Identifier: Apache-2.0

/// The `content` of a `meta http-equiv=refresh`, such as `0; url=../new/`.
enum RefreshContent {
    /// How many seconds at most a page stays that is no more than a sign to another.
    private static let longestDelay = 10

    /// The URL, as it is written; `nil` where the page stays for longer, or only reloads itself.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps>
    static func href(in content: String) -> String? {
        guard
            let match = content.firstMatch(
                of: #/^\s*(?=[0-9.])([0-9]*)[0-9.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?:'([^']*)'?|"([^"]*)"?|(.*))/#
                    .ignoresCase().dotMatchesNewlines())
        else { return nil }
        guard match.1.count < 3, Int(match.1) ?? 0 <= longestDelay else { return nil }
        let href = (match.2 ?? match.3 ?? match.4 ?? "").trimmingSpaces()
        return href.isEmpty ? nil : href
    }
}
