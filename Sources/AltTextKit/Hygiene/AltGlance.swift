// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// A quick look at an alt, in its bytes: what the rules may find wrong with it for what it says itself, in any language.
///
/// It suspects everything that they find, and a little more; ``AltTextHygiene`` takes a hundred times as long to be sure.
struct AltGlance {
    /// The text in lower case and on one line.
    private let line: [UInt8]
    private let imageName: String?

    /// Whether a rule may speak against an alt, wherever it stands.
    static func suspects(_ alt: String, imageName: String?) -> Bool {
        let glance = AltGlance(line: Array(WordList.line(of: alt).utf8), imageName: imageName)
        return glance.isOddlyWritten || glance.mayBeName || glance.startsLikePlaceholderOrOpening
    }

    // MARK: Signs

    /// Whether it has what only addresses, names of files, templates and counters are written with, or no letters at all.
    private var isOddlyWritten: Bool {
        var hasLetters = false
        for (index, byte) in line.enumerated() {
            switch byte {
            case ASCII.dot where index + 1 < line.count && line[index + 1] != ASCII.space: return true
            case UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "$"): return true
            // The same letter can be written in two ways, with a mark behind it or as one.
            case 0xCC, 0xCD: return true
            default: hasLetters = hasLetters || ASCII.isLetter(byte) || byte >= 0x80
            }
        }
        return !hasLetters || Self.beginningsOfURLs.contains { line.starts(with: $0) }
    }

    private static let beginningsOfURLs = ["http:", "https:", "www.", "data:", "file:"].map { Array($0.utf8) }

    /// Whether it is the name of the image's file, as far as that is known here.
    private var mayBeName: Bool {
        // A name that is a single plain word may well be the right text.
        guard let imageName,
            line.contains(where: { ASCII.isDigit($0) || $0 == ASCII.hyphen || $0 >= 0x80 })
        else { return false }
        let path = Array(imageName.utf8.prefix { $0 != ASCII.questionMark && $0 != ASCII.numberSign })
        let file = path[((path.lastIndex(of: ASCII.slash) ?? -1) + 1)...]
        let stem = file[..<(file.lastIndex(of: ASCII.dot) ?? file.endIndex)]
        return stem.contains { $0 >= 0x80 } || stem.lazy.map(ASCII.lowercased).elementsEqual(line)
    }

    // MARK: Words

    private var startsLikePlaceholderOrOpening: Bool {
        Self.starts(of: line).contains { start in
            Self.words.placeholders.contains(PlaceholderRule.letters(ofUTF8: start))
                || Self.words.pictures.contains { start.starts(with: $0) }
        }
    }

    /// The line, and what is behind each article that it begins with.
    private static func starts(of line: [UInt8]) -> [ArraySlice<UInt8>] {
        [line[...]]
            + words.articles.filter { line.starts(with: $0) }.map {
                line.dropFirst($0.count).drop { $0 == ASCII.space }
            }
    }

    private struct Words {
        let placeholders: Set<[UInt8]>
        let pictures: [[UInt8]]
        let articles: [[UInt8]]
    }

    /// Those of all languages.
    private static let words: Words = {
        let lists = WordList.languages.compactMap(WordList.list(for:))
        return Words(
            placeholders: Set(lists.flatMap { $0.placeholders.map { Array($0.utf8) } }),
            pictures: Set(lists.flatMap { $0[.pictures] }).map { Array($0.utf8) },
            articles: Set(lists.flatMap { $0[.articles] }).map { Array($0.utf8) })
    }()
}
