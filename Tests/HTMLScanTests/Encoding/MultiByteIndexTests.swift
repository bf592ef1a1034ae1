// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

/// The tables come from the C library of the machine that the tests run on.
@Suite("Indexes of multi-byte encodings")
struct MultiByteIndexTests {
    @Test(
        "are those of the Encoding Standard, whichever C library they come from",
        arguments: [
            ("big5", MultiByteIndex.big5, 126 * 157, 0x42E7_AA18_E527_5279),
            ("euc-kr", .eucKR, 126 * 190, 0x6E57_AE5E_71BB_350A),
            ("gb18030", .gb18030, 126 * 190, 0xDC39_08AE_7431_70F1),
            ("jis0208", .jis0208, 11_104, 0xB4AE_6588_7D7E_CA31), ("jis0212", .jis0212, 94 * 94, 0x8F51_C363_D851_8BBD),
        ] as [(String, MultiByteIndex, Int, UInt64)]
    )
    func digests(name: String, index: MultiByteIndex, count: Int, digest: UInt64) {
        // FNV-1a over the scalar of each pointer, 0 where there is none.
        let found = (0..<count).reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { hash, pointer in
            hash = (hash ^ UInt64(index[pointer]?.value ?? 0)) &* 0x100_0000_01B3
        }
        #expect(found == digest)
    }
}
