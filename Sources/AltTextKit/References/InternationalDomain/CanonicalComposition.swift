// SPDX-License-Identifier: Apache-2.0

/// Unicode normalisation form C, which the standard library has but does not give out.
///
/// Singleton decompositions are missing, since the mapping of host names does them.
/// UAX 15: <https://www.unicode.org/reports/tr15/>
struct CanonicalComposition: Sendable {
    static let shared = CanonicalComposition(UnicodeData.compositions)

    private struct Pair: Hashable {
        let first: Unicode.Scalar
        let second: Unicode.Scalar
    }

    private var parts: [Unicode.Scalar: Pair] = [:]
    private var composites: [Pair: Unicode.Scalar] = [:]

    private init(_ table: String) {
        for token in table.split(whereSeparator: \.isWhitespace) {
            let scalars = token.split { $0 == "=" || $0 == "." }
                .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            guard scalars.count == 3 else { continue }
            let pair = Pair(first: scalars[1], second: scalars[2])
            parts[scalars[0]] = pair
            composites[pair] = scalars[0]
        }
    }

    /// The text in normalisation form C.
    func normalized(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var decomposed: [Unicode.Scalar] = []
        for scalar in text {
            appendDecomposition(of: scalar, to: &decomposed)
        }
        return composed(reordered(decomposed))
    }

    private func appendDecomposition(of scalar: Unicode.Scalar, to output: inout [Unicode.Scalar]) {
        if let jamo = Hangul.decomposition(of: scalar) {
            output += jamo
        } else if let pair = parts[scalar] {
            appendDecomposition(of: pair.first, to: &output)
            appendDecomposition(of: pair.second, to: &output)
        } else {
            output.append(scalar)
        }
    }

    /// Sorts each run of combining marks by class, keeping the order within a class.
    private func reordered(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var marks: [(offset: Int, element: Unicode.Scalar)] = []
        func flush() {
            marks.sort { (Self.combiningClass($0.element), $0.offset) < (Self.combiningClass($1.element), $1.offset) }
            output += marks.map(\.element)
            marks = []
        }
        for scalar in text {
            if Self.combiningClass(scalar) == 0 {
                flush()
                output.append(scalar)
            } else {
                marks.append((marks.count, scalar))
            }
        }
        flush()
        return output
    }

    /// Composes each starter with the marks and starters behind it that nothing blocks.
    private func composed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var starterIndex: Int?
        var lastClass: UInt8 = 0
        for scalar in text {
            let combiningClass = Self.combiningClass(scalar)
            if let starterIndex {
                let isAdjacent = output.count == starterIndex + 1
                let composite = composite(output[starterIndex], scalar)
                if isAdjacent || lastClass < combiningClass, let composite {
                    output[starterIndex] = composite
                    continue
                }
            }
            if combiningClass == 0 {
                starterIndex = output.count
            }
            lastClass = combiningClass
            output.append(scalar)
        }
        return output
    }

    private func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        Hangul.composition(of: first, second) ?? composites[Pair(first: first, second: second)]
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.properties.canonicalCombiningClass.rawValue
    }
}

/// Korean syllables, which are composed by arithmetic.
///
/// The Unicode Standard, section 3.12.
private enum Hangul {
    private static let firstSyllable: UInt32 = 0xAC00
    private static let firstLeading: UInt32 = 0x1100
    private static let firstVowel: UInt32 = 0x1161
    /// One before the first trailing consonant, which stands for none.
    private static let noTrailing: UInt32 = 0x11A7
    private static let leadingCount: UInt32 = 19
    private static let vowelCount: UInt32 = 21
    private static let trailingCount: UInt32 = 28
    private static let syllableCount = leadingCount * vowelCount * trailingCount

    static func decomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        guard let index = offset(of: scalar, from: firstSyllable, count: syllableCount) else { return nil }
        let trailing = index % trailingCount
        let jamo = [
            firstLeading + index / (vowelCount * trailingCount),
            firstVowel + index / trailingCount % vowelCount,
            noTrailing + trailing,
        ]
        return jamo.prefix(trailing == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
    }

    static func composition(of first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        if let leading = offset(of: first, from: firstLeading, count: leadingCount),
            let vowel = offset(of: second, from: firstVowel, count: vowelCount)
        {
            return Unicode.Scalar(firstSyllable + (leading * vowelCount + vowel) * trailingCount)
        }
        if let syllable = offset(of: first, from: firstSyllable, count: syllableCount),
            syllable.isMultiple(of: trailingCount),
            let trailing = offset(of: second, from: noTrailing + 1, count: trailingCount - 1)
        {
            return Unicode.Scalar(first.value + trailing + 1)
        }
        return nil
    }

    private static func offset(of scalar: Unicode.Scalar, from first: UInt32, count: UInt32) -> UInt32? {
        scalar.value >= first && scalar.value < first + count ? scalar.value - first : nil
    }
}
