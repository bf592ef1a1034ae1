// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// The Unicode scalars of bytes 0x80 to 0xFF, U+FFFD where there is none; `nil` for encodings of other kinds.
    var singleByteTable: [UInt16]? {
        switch self {
        case .ibm866: SingleByteTables.ibm866
        case .isoLatin2: SingleByteTables.isoLatin2
        case .isoLatin3: SingleByteTables.isoLatin3
        case .isoLatin4: SingleByteTables.isoLatin4
        case .isoCyrillic: SingleByteTables.isoCyrillic
        case .isoArabic: SingleByteTables.isoArabic
        case .isoGreek: SingleByteTables.isoGreek
        case .isoHebrewVisual, .isoHebrewLogical: SingleByteTables.isoHebrew
        case .isoLatin6: SingleByteTables.isoLatin6
        case .isoLatin7: SingleByteTables.isoLatin7
        case .isoLatin8: SingleByteTables.isoLatin8
        case .isoLatin9: SingleByteTables.isoLatin9
        case .isoLatin10: SingleByteTables.isoLatin10
        case .koi8R: SingleByteTables.koi8R
        case .koi8U: SingleByteTables.koi8U
        case .macintosh: SingleByteTables.macintosh
        case .windows874: SingleByteTables.windows874
        case .windows1250: SingleByteTables.windows1250
        case .windows1251: SingleByteTables.windows1251
        case .windows1252: SingleByteTables.windows1252
        case .windows1253: SingleByteTables.windows1253
        case .windows1254: SingleByteTables.windows1254
        case .windows1255: SingleByteTables.windows1255
        case .windows1256: SingleByteTables.windows1256
        case .windows1257: SingleByteTables.windows1257
        case .windows1258: SingleByteTables.windows1258
        case .macCyrillic: SingleByteTables.macCyrillic
        case .userDefined: Self.userDefinedTable
        case .utf8, .utf16BE, .utf16LE, .replacement: nil
        case .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR: nil
        }
    }

    /// Private-use scalars, which leave it to the page what its bytes mean.
    private static let userDefinedTable = Array<UInt16>(0xF780...0xF7FF)
}
