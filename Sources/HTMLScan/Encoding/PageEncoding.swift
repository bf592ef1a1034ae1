// SPDX-License-Identifier: Apache-2.0

/// A character encoding that a browser knows; its raw value is the name in the Encoding Standard.
///
/// There are no others: what the standard does not list (UTF-7, UTF-32, EBCDIC) a browser does not decode either.
/// Encoding: <https://encoding.spec.whatwg.org/#names-and-labels>
public enum PageEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case ibm866 = "IBM866"
    case isoLatin2 = "ISO-8859-2"
    case isoLatin3 = "ISO-8859-3"
    case isoLatin4 = "ISO-8859-4"
    case isoCyrillic = "ISO-8859-5"
    case isoArabic = "ISO-8859-6"
    case isoGreek = "ISO-8859-7"
    case isoHebrewVisual = "ISO-8859-8"
    case isoHebrewLogical = "ISO-8859-8-I"
    case isoLatin6 = "ISO-8859-10"
    case isoLatin7 = "ISO-8859-13"
    case isoLatin8 = "ISO-8859-14"
    case isoLatin9 = "ISO-8859-15"
    case isoLatin10 = "ISO-8859-16"
    case koi8R = "KOI8-R"
    case koi8U = "KOI8-U"
    case macintosh
    case windows874 = "windows-874"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1255 = "windows-1255"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case windows1258 = "windows-1258"
    case macCyrillic = "x-mac-cyrillic"
    case gbk = "GBK"
    case gb18030
    case big5 = "Big5"
    case eucJP = "EUC-JP"
    case iso2022JP = "ISO-2022-JP"
    case shiftJIS = "Shift_JIS"
    case eucKR = "EUC-KR"
    /// What dangerous encodings such as ISO-2022-KR become: the whole page is one U+FFFD.
    case replacement
    case utf16BE = "UTF-16BE"
    case utf16LE = "UTF-16LE"
    case userDefined = "x-user-defined"

    /// The encoding's name in the Encoding Standard, such as `Shift_JIS`.
    public var name: String { rawValue }

    /// Whether every byte below 0x80 that is not part of a longer character is that ASCII character.
    ///
    /// Markup of such a page can be found in its bytes (`asciiProjection(of:)`). Others have to be transcoded first.
    public var isASCIICompatible: Bool {
        switch self {
        case .utf16BE, .utf16LE, .iso2022JP, .replacement: false
        default: true
        }
    }

    /// A new decoder and encoder where the encoding is a legacy one of more than one byte a character; `nil` elsewhere.
    var codec: (any MultiByteCodec)? {
        switch self {
        case .gbk: GB18030Codec(isGBK: true)
        case .gb18030: GB18030Codec(isGBK: false)
        case .big5: Big5Codec()
        case .eucJP: EUCJPCodec()
        case .iso2022JP: ISO2022JPCodec()
        case .shiftJIS: ShiftJISCodec()
        case .eucKR: EUCKRCodec()
        default: nil
        }
    }
}
