// SPDX-License-Identifier: Apache-2.0

/// What tree construction asks of a run of text.
enum TextRun {
    /// The part at the beginning of a range that is white space, character references for white space included.
    static func leadingSpace(of range: Range<Int>, in page: [UInt8], resolvingReferences: Bool) -> Range<Int> {
        var index = range.lowerBound
        while index < range.upperBound {
            if ASCII.isSpace(page[index]) {
                index += 1
            } else if resolvingReferences, let end = endOfSpaceReference(at: index, in: page, before: range.upperBound)
            {
                index = end
            } else {
                break
            }
        }
        return range.lowerBound..<index
    }

    /// Whether a run holds a character that is neither white space nor NUL, which the standard drops.
    static func isSignificant(_ range: Range<Int>, in page: [UInt8], resolvingReferences: Bool) -> Bool {
        var rest = range
        while !rest.isEmpty {
            let space = leadingSpace(of: rest, in: page, resolvingReferences: resolvingReferences)
            guard space.upperBound < rest.upperBound else { return false }
            guard page[space.upperBound] == 0 else { return true }
            rest = space.upperBound + 1..<rest.upperBound
        }
        return false
    }

    /// The offset behind a character reference for white space such as `&#32;` or `&Tab;`; `nil` where there is none.
    private static func endOfSpaceReference(at index: Int, in page: [UInt8], before end: Int) -> Int? {
        guard page[index] == ASCII.ampersand else { return nil }
        var stop = index + 1
        while stop < end, stop - index < 16, page[stop] != UInt8(ascii: ";") {
            guard ASCII.isLetter(page[stop]) || ASCII.isDigit(page[stop]) || page[stop] == UInt8(ascii: "#") else {
                break
            }
            stop += 1
        }
        if stop < end, page[stop] == UInt8(ascii: ";") { stop += 1 }
        let resolved = CharacterReferences.resolve(String(decoding: page[index..<stop], as: UTF8.self), in: .text)
        let isSpace = !resolved.isEmpty && resolved.utf8.allSatisfy(ASCII.isSpace)
        return isSpace ? stop : nil
    }
}
