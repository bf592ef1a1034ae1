// SPDX-License-Identifier: Apache-2.0

extension MultiByteIndex {
    /// KS X 1001 with Microsoft's extension by all other Hangul syllables.
    static let eucKR = MultiByteIndex(names: ["UHC", "CP949", "MSCP949"], count: 126 * 190) { pointer in
        [UInt8(pointer / 190 + 0x81), UInt8(pointer % 190 + 0x41)]
    }

    /// The pointers of all characters of EUC-KR.
    static let eucKRPointers = eucKR.pointers()
}
