// SPDX-License-Identifier: Apache-2.0

/// The name of the site that most of its titles end in, as in "Opening hours | The Museum".
///
/// In the name of a link it says nothing: the reader is on that site.
struct SiteName {
    private let name: Substring?

    private static let separators = [" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « "]

    /// Finds the name in the titles of all pages.
    init(titles: [String]) {
        let endings = titles.compactMap { Self.parts(of: $0)?.ending }
        let counts = Dictionary(grouping: endings) { $0 }.mapValues(\.count)
        // On two pages the same ending may be chance.
        name = counts.first { $0.value > 2 && $0.value * 2 > titles.count }?.key
    }

    /// A title without the name of the site.
    func removed(from title: String) -> String {
        guard let name, let parts = Self.parts(of: title), parts.ending == name else { return title }
        return String(parts.beginning)
    }

    /// What stands before and behind the last separator.
    private static func parts(of title: String) -> (beginning: Substring, ending: Substring)? {
        let ranges = separators.compactMap { title.ranges(of: $0).last }
        guard let last = ranges.max(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        let (beginning, ending) = (title[..<last.lowerBound], title[last.upperBound...])
        return beginning.isEmpty || ending.isEmpty ? nil : (beginning, ending)
    }
}
