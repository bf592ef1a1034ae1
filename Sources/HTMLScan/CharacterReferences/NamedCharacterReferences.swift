// SPDX-License-Identifier: Apache-2.0

/// The named character references of the HTML standard, such as `amp;`, and the search for the longest that fits.
///
/// HTML: <https://html.spec.whatwg.org/multipage/named-characters.html>
struct NamedCharacterReferences: Sendable {
    /// A name that was found.
    struct Match {
        /// How many bytes the name has, its semicolon included where it has one.
        let length: Int
        /// The characters it stands for, one or two.
        let text: String
    }

    /// All names; read from the data when the first one is looked up.
    static let all = NamedCharacterReferences()

    private static let separator = UInt8(ascii: "=")

    /// The data as bytes, which are compared without making strings of them.
    private let bytes: [UInt8]
    /// Where in the bytes each entry begins; in the order of the names.
    private let entries: [Int]

    private init() {
        let bytes = Array(Self.data.utf8)
        var entries: [Int] = []
        var isBetween = true
        for (index, byte) in bytes.enumerated() {
            if isBetween && !ASCII.isSpace(byte) { entries.append(index) }
            isBetween = ASCII.isSpace(byte)
        }
        self.bytes = bytes
        self.entries = entries
    }

    /// The longest name that these bytes begin with; `nil` where there is none.
    func longestMatch(in input: ArraySlice<UInt8>) -> Match? {
        // The entries that agree with the input so far; the shortest name is always the first of them.
        var candidates = entries.indices
        var match: Match?
        for (depth, byte) in input.enumerated() {
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: ";") else { break }
            let low = candidates.partitioningIndex { key($0, depth) >= byte }
            candidates = low..<(low..<candidates.upperBound).partitioningIndex { key($0, depth) > byte }
            guard let first = candidates.first else { break }
            if key(first, depth + 1) == 0 {
                match = Match(length: depth + 1, text: text(from: entries[first] + depth + 1))
            }
        }
        return match
    }

    /// The byte at this depth of an entry's name; 0 behind its end, so that a name comes before those it begins.
    private func key(_ entry: Int, _ depth: Int) -> UInt8 {
        let byte = bytes[entries[entry] + depth]
        return byte == Self.separator ? 0 : byte
    }

    /// The text of the entry whose separator is at this index.
    private func text(from separator: Int) -> String {
        var scalars = String.UnicodeScalarView()
        let codePoints = bytes[(separator + 1)...].prefix { !ASCII.isSpace($0) }
        for digits in codePoints.split(separator: UInt8(ascii: "+")) {
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
            if let scalar = value.flatMap(Unicode.Scalar.init) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}

extension Range<Int> {
    /// The first index that belongs to the second half, found by halving.
    fileprivate func partitioningIndex(where belongsToSecondHalf: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecondHalf(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
