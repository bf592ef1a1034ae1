// SPDX-License-Identifier: Apache-2.0

extension MultiByteIndex {
    /// The two-byte characters of gb18030 and GBK.
    static let gb18030 = MultiByteIndex(
        names: ["GB18030"],
        count: 126 * 190,
        exceptions: gb18030Exceptions.mapValues(\.scalar)
    ) { pointer in
        let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 190)
        return [UInt8(lead + 0x81), UInt8(trail + (trail < 0x3F ? 0x40 : 0x41))]
    }

    /// The pointers of all two-byte characters of gb18030.
    static let gb18030Pointers = gb18030.pointers()

    /// The scalars of gb18030's four-byte pointers in the Basic Multilingual Plane: ascending, those without two bytes.
    ///
    /// "Without" is meant as of the first edition of GB 18030; later ones moved characters between the two. Empty where
    /// the C library lacks gb18030.
    static let gb18030FourByteScalars: [UInt16] = {
        guard gb18030.isAvailable else { return [] }
        var hasTwoBytes = Set(gb18030Pointers.keys)
        for exception in gb18030Exceptions.values {
            hasTwoBytes.remove(exception.scalar)
            hasTwoBytes.insert(exception.firstEdition)
        }
        // U+3000 has two bytes of its own besides those of U+E5E5.
        hasTwoBytes.insert(0x3000)
        return (0x80...0xFFFF).filter { !(0xD800...0xDFFF).contains($0) && !hasTwoBytes.contains(UInt32($0)) }
    }()

    /// Two-byte characters that the editions of GB 18030 and the standard differ in, by pointer.
    private static let gb18030Exceptions: [Int: (scalar: UInt32, firstEdition: UInt32)] = [
        6555: (0x3000, 0xE5E5),
        7182: (0xFE10, 0xE78D), 7183: (0xFE12, 0xE78E), 7184: (0xFE11, 0xE78F), 7185: (0xFE13, 0xE790),
        7186: (0xFE14, 0xE791), 7187: (0xFE15, 0xE792), 7188: (0xFE16, 0xE793), 7201: (0xFE17, 0xE794),
        7202: (0xFE18, 0xE795), 7208: (0xFE19, 0xE796), 7533: (0x1E3F, 0xE7C7), 23775: (0x9FB4, 0xE81E),
        23783: (0x9FB5, 0xE826), 23788: (0x9FB6, 0xE82B), 23789: (0x9FB7, 0xE82C), 23795: (0x9FB8, 0xE832),
        23812: (0x9FB9, 0xE843), 23829: (0x9FBA, 0xE854), 23845: (0x9FBB, 0xE864),
        23767: (0xE816, 0xE816), 23768: (0xE817, 0xE817), 23769: (0xE818, 0xE818), 23794: (0xE831, 0xE831),
        23804: (0xE83B, 0xE83B), 23830: (0xE855, 0xE855),
    ]

    /// Big5 with the Hong Kong supplementary character set.
    ///
    /// C libraries lack some 90 codes that Hong Kong withdrew in 2004, because Big5 has the same characters elsewhere;
    /// the standard still reads them.
    static let big5 = MultiByteIndex(
        names: ["BIG5-HKSCS", "BIG5HKSCS", "BIG5-HKSCS:2008"],
        count: 126 * 157,
        exceptions: big5Exceptions
    ) { pointer in
        let (lead, trail) = pointer.quotientAndRemainder(dividingBy: 157)
        return [UInt8(lead + 0x81), UInt8(trail + (trail < 0x3F ? 0x40 : 0x62))]
    }

    /// Characters of Big5, by pointer, that C libraries have otherwise than the standard, or not at all.
    private static let big5Exceptions: [Int: UInt32] = {
        // Here the standard follows Microsoft's code page 950.
        var exceptions: [Int: UInt32] = [
            5029: 0x2027, 5038: 0xFE51, 5050: 0x2574, 5120: 0xAF, 5121: 0xFFE3, 5123: 0x02CD, 5153: 0xFF5E,
            5168: 0x2295, 5169: 0x2299, 5180: 0xFF0F, 5181: 0xFF3C, 5182: 0x2215, 5183: 0xFE68, 5185: 0xFFE5,
            5187: 0xFFE0, 5188: 0xFFE1, 5287: 0x5341, 5289: 0x5345, 5465: 0x20AC,
        ]
        // Pictures of the control characters, those of delete behind the others.
        for offset in 0..<32 { exceptions[5432 + offset] = UInt32(0x2400 + offset) }
        exceptions[5464] = 0x2421
        return exceptions
    }()

    /// The pointers of Big5 that the standard writes: none of the Hong Kong extensions below lead byte 0xA1.
    static let big5Pointers = big5.pointers(
        excluding: 0..<(0xA1 - 0x81) * 157,
        takingLastOf: [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345]
    )
}
