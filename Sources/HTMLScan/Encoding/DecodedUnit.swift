// SPDX-License-Identifier: Apache-2.0

/// What a decoder makes of the bytes at one position of a page.
struct DecodedUnit {
    /// The character, U+FFFD for malformed bytes, `nil` for an escape sequence.
    let scalar: Unicode.Scalar?
    /// A combining mark that the same bytes mean besides; only Big5 has such.
    var mark: Unicode.Scalar?
    /// How many bytes were read, at least 1.
    let length: Int

    init(_ scalar: Unicode.Scalar?, mark: Unicode.Scalar? = nil, length: Int) {
        self.scalar = scalar
        self.mark = mark
        self.length = length
    }

    /// Malformed bytes of this length.
    static func malformed(length: Int = 1) -> DecodedUnit { DecodedUnit("\u{FFFD}", length: length) }

    /// A lead byte and what follows it, which is a character where the index has one.
    ///
    /// - Parameters:
    ///   - scalar: The character of lead and trail; `nil` where there is none.
    ///   - trail: The byte behind the lead byte; `nil` at the end of the page.
    static func pair(_ scalar: Unicode.Scalar?, trail: UInt8?) -> DecodedUnit {
        if let scalar { return DecodedUnit(scalar, length: 2) }
        // An ASCII byte that completes no character stands for itself: a stray lead byte swallows no quote.
        guard let trail, trail >= 0x80 else { return .malformed() }
        return .malformed(length: 2)
    }
}
