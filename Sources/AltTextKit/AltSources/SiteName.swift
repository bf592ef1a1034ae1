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
        // A colon is a separator behind a name only: "The Museum: Opening hours".
        let ranges = (atLast ? separators : separators + [": "]).compactMap {
            atLast ? title.ranges(of: $0).last : title.firstRange(of: $0)
        }
        let range =
            atLast
            ? ranges.max { $0.lowerBound < $1.lowerBound } : ranges.min { $0.lowerBound < $1.lowerBound }
        guard let range else { return nil }
        let (beginning, ending) = (title[..<range.lowerBound], title[range.upperBound...])
        return beginning.isEmpty || ending.isEmpty ? nil : (beginning, ending)
    }
}
