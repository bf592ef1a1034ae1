// SPDX-License-Identifier: Apache-2.0

/// An index of the Encoding Standard: the scalar of each pointer, a pointer being what a decoder makes of two bytes.
///
/// The characters come from the C library's converter, the few that it has otherwise than the standard from here. Where
/// the C library lacks the encoding every pointer is U+FFFD: pages can still be scanned, and text is written into them
/// as character references.
/// Encoding: <https://encoding.spec.whatwg.org/#indexes>
struct MultiByteIndex: Sendable {
    /// The scalar of each pointer; 0 where the standard has none.
    private let scalars: [UInt32]
    /// Whether the C library knew the encoding.
    let isAvailable: Bool

    /// Reads an index from the C library.
    ///
    /// - Parameters:
    ///   - names: The encoding's names in different C libraries.
    ///   - count: How many pointers the index has.
    ///   - exceptions: Scalars by pointer that count in place of the C library's.
    ///   - bytes: The bytes of a pointer in that encoding.
    init(names: [String], count: Int, exceptions: [Int: UInt32] = [:], bytes: (Int) -> [UInt8]) {
        guard let converter = Iconv(anyOf: names) else {
            scalars = Array(repeating: 0xFFFD, count: count)
            isAvailable = false
            return
        }
        scalars = (0..<count).map { exceptions[$0] ?? converter.scalar(of: bytes($0)) ?? 0 }
        isAvailable = true
    }

    /// The scalar of a pointer; `nil` where there is none, also for pointers that no index has.
    subscript(pointer: Int) -> Unicode.Scalar? {
        guard scalars.indices.contains(pointer), scalars[pointer] != 0 else { return nil }
        return Unicode.Scalar(scalars[pointer])
    }

    /// The pointers of all scalars, of several the first.
    ///
    /// - Parameters:
    ///   - excluded: Pointers that are read and never written.
    ///   - last: Scalars of which the last pointer counts.
    func pointers(excluding excluded: Range<Int>? = nil, takingLastOf last: Set<UInt32> = []) -> [UInt32: Int] {
        var pointers: [UInt32: Int] = [:]
        for (pointer, scalar) in scalars.enumerated() where scalar != 0 && scalar != 0xFFFD {
            if excluded?.contains(pointer) == true { continue }
            if last.contains(scalar) || pointers[scalar] == nil { pointers[scalar] = pointer }
        }
        return pointers
    }
}
