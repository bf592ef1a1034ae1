// SPDX-License-Identifier: Apache-2.0

extension MultiByteIndex {
    /// JIS X 0208 with the extensions of NEC and IBM, which Shift_JIS, EUC-JP and ISO-2022-JP share.
    static let jis0208 = MultiByteIndex(
        names: ["CP932", "MS932", "IBM-943", "SJIS"],
        count: 11_104,
        // 8836 to 10715 belong to private use in Shift_JIS, which is computed and no part of the index.
        exceptions: Dictionary(uniqueKeysWithValues: (8836...10715).map { ($0, 0) })
    ) { pointer in
        let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 188)
        return [UInt8(lead + (lead < 0x1F ? 0x81 : 0xC1)), UInt8(trail + (trail < 0x3F ? 0x40 : 0x41))]
    }

    /// JIS X 0212, which EUC-JP alone reads, and nobody writes.
    static let jis0212 = MultiByteIndex(names: ["EUC-JP", "EUCJP"], count: 94 * 94) { pointer in
        [0x8F, UInt8(pointer / 94 + 0xA1), UInt8(pointer % 94 + 0xA1)]
    }

    /// The pointers of JIS X 0208 for EUC-JP and ISO-2022-JP, which have rows 1 to 94 only.
    static let jis0208Pointers = jis0208.pointers(excluding: 8836..<11_104)

    /// The pointers of JIS X 0208 for Shift_JIS, which writes IBM's extensions rather than NEC's selection of them.
    static let shiftJISPointers = jis0208.pointers(excluding: 8272..<8836)
}
