// SPDX-License-Identifier: Apache-2.0

/// Tells a page with attributes inserted from one that was changed in any other way.
package enum InsertedAttributes {
    /// The offsets in `original` at which `rewritten` has an `alt` or `lang` more; `nil` where anything else differs.
    package static func offsets(in original: [UInt8], of rewritten: [UInt8]) -> [Int]? {
        var offsets: [Int] = []
        var (i, j) = (0, 0)
        while true {
            while i < original.count, j < rewritten.count, original[i] == rewritten[j] {
                i += 1
                j += 1
            }
            if i == original.count, j == rewritten.count { return offsets }
            guard let next = insertion(near: i, in: original, near: j, in: rewritten) else { return nil }
            (i, j) = next
            offsets.append(i)
        }
    }

    /// Where both go on behind an attribute that only `b` has; its first bytes can be those of what follows in `a`.
    private static func insertion(near i: Int, in a: [UInt8], near j: Int, in b: [UInt8]) -> (Int, Int)? {
        for back in 0...8 where back <= i && back <= j {
            guard let end = endOfAttribute(at: j - back, in: b) else { continue }
            if a[(i - back)...].first == b[end...].first { return (i - back, end) }
        }
        return nil
    }

    private static func endOfAttribute(at start: Int, in bytes: [UInt8]) -> Int? {
        for opening in [" alt=\"", " lang=\""] {
            let opening = Array(opening.utf8)
            guard bytes[start...].starts(with: opening) else { continue }
            return bytes[(start + opening.count)...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 }
        }
        return nil
    }
}
