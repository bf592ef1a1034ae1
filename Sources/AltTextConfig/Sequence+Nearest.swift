// SPDX-License-Identifier: Apache-2.0

extension Sequence<String> {
    /// The name that was most likely meant by a misspelled one; `nil` where none is near.
    public func nearest(to name: String) -> String? {
        let candidates = map { (name: $0, distance: Self.distance(Self.letters(of: $0), Self.letters(of: name))) }
        return candidates.filter { $0.distance <= Swift.max(1, $0.name.count / 3) }.min { $0.distance < $1.distance }?
            .name
    }

    /// The letters of a name: `site_url` and `siteURL` are misspelled in a way that is no distance.
    private static func letters(of name: String) -> [Character] {
        name.lowercased().filter { $0 != "-" && $0 != "_" }.map { $0 }
    }

    /// How many letters have to be inserted, removed or changed to make one name of the other (Levenshtein).
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, otherLetter) in other.enumerated() {
                let change = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
