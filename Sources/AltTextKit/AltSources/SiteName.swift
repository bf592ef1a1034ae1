// SPDX-License-Identifier: Apache-2.0

/// The name of the site that most of its titles end or begin with, as in "Opening hours | The Museum".
///
/// In the name of a link it says nothing: the reader is on that site.
struct SiteName {
    /// A part that most titles have in common, such as the name of the site or of its handbook.
    private struct Part: Hashable {
        let text: Substring
        let isEnding: Bool

        /// The rest of a title that has this part; `nil` where it has not.
        func rest(of title: Substring) -> Substring? {
            guard let (beginning, ending) = SiteName.split(title, atLast: isEnding),
                (isEnding ? ending : beginning) == text
            else { return nil }
            return isEnding ? beginning : ending
        }
    }

    /// In the order in which they are taken off.
    private let parts: [Part]

    private static let separators = [" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", " › ", " / "]
        .map { Array($0.utf8) }
    /// A colon is a separator behind a name only: "The Museum: Opening hours".
    private static let firstSeparators = separators + [Array(": ".utf8)]

    /// Finds the name in the titles of all pages.
    init(titles: [String]) {
        var parts: [Part] = []
        var titles = titles.map { $0[...] }
        // "Beds | Handbook | The Museum" has two of them, and more than that is nothing that titles have.
        while parts.count < 3, let part = Self.commonPart(of: titles) {
            parts.append(part)
            titles = titles.map { part.rest(of: $0) ?? $0 }
        }
        self.parts = parts
    }

    /// A title without the name of the site.
    func removed(from title: String) -> String {
        String(parts.reduce(title[...]) { $1.rest(of: $0) ?? $0 })
    }

    private static func commonPart(of titles: [Substring]) -> Part? {
        var counts: [Part: Int] = [:]
        for title in titles {
            if let ending = split(title, atLast: true)?.ending {
                counts[Part(text: ending, isEnding: true), default: 0] += 1
            }
            if let beginning = split(title, atLast: false)?.beginning {
                counts[Part(text: beginning, isEnding: false), default: 0] += 1
            }
        }
        // On two pages the same ending may be chance. Where a page is called just that, it is most likely the first page.
        let names = Set(titles)
        let common = counts.filter { $0.value > 2 && ($0.value * 2 > titles.count || names.contains($0.key.text)) }
        return common.max {
            ($0.value, $0.key.isEnding ? 1 : 0, $0.key.text) < ($1.value, $1.key.isEnding ? 1 : 0, $1.key.text)
        }?
        .key
    }

    /// What stands before and behind the first or the last separator.
    private static func split(
        _ title: Substring, atLast: Bool
    ) -> (beginning: Substring, ending: Substring)? {
        let separators = atLast ? separators : firstSeparators
        var range: Range<Substring.Index>?
        var rest = title.utf8
        while let start = rest.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }) {
            rest = rest[start...]
            if let separator = separators.first(where: { rest.starts(with: $0) }) {
                range = start..<rest.index(start, offsetBy: separator.count)
                guard atLast else { break }
            }
            rest = rest.dropFirst()
        }
        guard let range else { return nil }
        let (beginning, ending) = (title[..<range.lowerBound], title[range.upperBound...])
        return beginning.isEmpty || ending.isEmpty ? nil : (beginning, ending)
    }
}
