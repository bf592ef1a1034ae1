// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Labels of encodings")
struct PageEncodingLabelTests {
    @Test("Every encoding's own name is a label of it", arguments: PageEncoding.allCases)
    func nameIsLabel(encoding: PageEncoding) {
        #expect(PageEncoding(label: encoding.name) == encoding)
    }

    @Test(
        "A label means what the Encoding Standard says, not what its name suggests",
        arguments: [
            ("latin1", .windows1252), ("ISO-8859-1", .windows1252), ("us-ascii", .windows1252), ("ascii", .windows1252),
            ("latin5", .windows1254), ("iso-8859-11", .windows874), ("tis-620", .windows874), ("gb2312", .gbk),
            ("ks_c_5601-1987", .eucKR), ("windows-31j", .shiftJIS), ("big5-hkscs", .big5), ("utf-16", .utf16LE),
            ("unicode", .utf16LE), ("logical", .isoHebrewLogical), ("visual", .isoHebrewVisual),
            ("hz-gb-2312", .replacement),
            ("iso-2022-kr", .replacement), ("koi8-ru", .koi8U), ("mac", .macintosh), ("\t\u{0C} UTF8\r\n", .utf8),
        ] as [(String, PageEncoding)]
    )
    func meaning(label: String, encoding: PageEncoding) {
        #expect(PageEncoding(label: label) == encoding)
    }

    @Test(
        "What the standard does not list is no encoding",
        arguments: ["utf-7", "utf-32", "ebcdic", "", " ", "utf 8", "utf-8;", "\u{B}utf-8", "ütf-8", "utf\u{2011}8"]
    )
    func unknown(label: String) {
        #expect(PageEncoding(label: label) == nil)
    }

    @Test("Only UTF-16, ISO-2022-JP and replacement are not compatible with ASCII")
    func asciiCompatibility() {
        let incompatible = PageEncoding.allCases.filter { !$0.isASCIICompatible }
        #expect(Set(incompatible) == [.utf16BE, .utf16LE, .iso2022JP, .replacement])
    }
}
