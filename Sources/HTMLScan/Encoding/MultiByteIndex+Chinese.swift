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

    /// The pointers that private-use characters had in the first edition of GB 18030, where no four bytes mean them now.
    ///
    /// Encoding: <https://encoding.spec.whatwg.org/#gb18030-encoder>, its table
    static let gb18030FirstEditionPointers = [UInt32: Int](
        uniqueKeysWithValues: gb18030Exceptions.compactMap { pointer, exception in
            let isMissing =
                exception.scalar != exception.firstEdition && ![0xE5E5, 0xE7C7].contains(exception.firstEdition)
            return isMissing ? (exception.firstEdition, pointer) : nil
        })

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
    static let big5 = MultiByteIndex(
        // A name without a year means the newest edition to glibc, and one of 2004 to others.
        names: ["BIG5-HKSCS:2008", "BIG5-HKSCS", "BIG5HKSCS"],
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
        for code in withdrawnCodes.split(separator: " ") {
            guard let bytes = UInt16(code.prefix(4), radix: 16), let scalar = code.unicodeScalars.last else { continue }
            let trail = Int(bytes & 0xFF)
            exceptions[(Int(bytes >> 8) - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : 0x62)] = scalar.value
        }
        return exceptions
    }()

    /// Codes of Hong Kong's and other extensions that C libraries dropped, because Big5 has the same characters
    /// elsewhere; the standard still reads them. The bytes, in hexadecimal, stand before each character.
    private static let withdrawnCodes = """
        8E69箸 8E6F簆 8E7E糎 8EAB緒 8EB4縝 8ECD者 8ED0耨 8F57菁 8F69蒨 8F6E萏 8FCB覦 8FCC覩 8FFE起 906D都 907A銹 90DC靜 \
        90F1響 91BF鼖 9244蔃 92AF兙 92B0兛 92B1兝 92B2兞 92C8鍮 92D1瑹 9447浧 94CA禛 95D9邗 9644靝 96ED瀞 96FC嬨 9B76爁 \
        9B78矗 9B7B纇 9BC6駖 9BDE釔 9BEC惞 9BF6澶 9C42輶 9C53侻 9C62營 9C68鄄 9C6B鷰 9C77菏 9CBC尐 9CBD秣 9CD0婧 9D57輋 \
        9D5A筑 9DC4拐 9EA9恢 9EEF痹 9EFD汊 9F60鬮 9F66鼗 9FCB僭 9FD8弌 A063蠏 A077拎 A0D5瑨 A0DF煢 A0E4牐 C6CF廴 C6D3无 \
        C6D5癶 C6D7隶 C6DE〃 C6DF仝 FA5F倩 FA66偽 FABD包 FAC5卄 FAD5卿 FB48嘅 FBB8婷 FBF3幵 FBF9廐 FC4F彘 FC6C悤 FCB9撐 \
        FCE2晴 FCF1杞 FDB7沜 FDB8渝 FDBB港 FDF1煮 FE52猪 FE6F瑜 FEAA瓩 FEDD砉
        """

    /// The pointers of Big5 that the standard writes: none of the Hong Kong extensions below lead byte 0xA1.
    static let big5Pointers = big5.pointers(
        excluding: 0..<(0xA1 - 0x81) * 157,
        takingLastOf: [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345]
    )
}
