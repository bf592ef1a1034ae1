// SPDX-License-Identifier: Apache-2.0

/// A class for each code point, such as its bidi class.
struct CodePointClasses: Sendable {
    static let bidi = CodePointClasses(UnicodeData.bidiClasses)
    static let joining = CodePointClasses(UnicodeData.joiningTypes)

    /// The first code point of each run, ascending from 0.
    private var starts: [UInt32] = []
    private var letters: [Character] = []

    private init(_ table: String) {
        var start: UInt32 = 0
        for token in table.split(whereSeparator: \.isWhitespace) {
            guard let letter = token.first, let distance = UInt32(token.dropFirst(), radix: 16) else { continue }
            start += distance
            starts.append(start)
            letters.append(letter)
        }
    }

    /// The letter of the class, as `UnicodeData` explains it.
    subscript(scalar: Unicode.Scalar) -> Character {
        letters[starts.partitioningIndex { $0 > scalar.value } - 1]
    }
}

extension Array {
    /// The first index whose element satisfies a predicate that all elements behind it satisfy, too; else `endIndex`.
    func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if predicate(self[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
