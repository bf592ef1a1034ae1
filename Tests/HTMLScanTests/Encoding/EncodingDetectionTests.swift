// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

@Suite("Detection of a page's encoding")
struct EncodingDetectionTests {
    @Test(
        "A byte order mark counts before everything else",
        arguments: [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFE, 0xFF], .utf16BE), ([0xFF, 0xFE], .utf16LE),
        ] as [([UInt8], PageEncoding)]
    )
    func byteOrderMark(mark: [UInt8], encoding: PageEncoding) {
        let page = mark + "<meta charset=koi8-r>".utf8
        #expect(PageEncoding.detect(in: page) == .init(encoding: encoding, source: .byteOrderMark))
    }

    @Test(
        "The prescan finds what the standard's algorithm finds",
        arguments: [
            ("<meta charset=koi8-r>", .koi8R),
            ("<META CHARSET = 'KOI8-R' >", .koi8R),
            ("<meta/charset=\"koi8-r\"/>", .koi8R),
            ("<meta charset=koi8-r", nil),
            ("<meta charset=\"koi8-r\"", nil),
            ("<metacharset=koi8-r>", nil),
            ("<meta name=a charset=koi8-r charset=big5>", .koi8R),
            ("<meta charset=nonsense><meta charset=big5>", .big5),
            ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", .shiftJIS),
            ("<meta content='text/html; charset = \"euc-jp\" ' http-equiv=content-type>", .eucJP),
            ("<meta content='text/html; charset=euc-kr'>", nil),
            ("<meta http-equiv=refresh content='text/html; charset=euc-kr'>", nil),
            ("<meta http-equiv=content-type content='charset charset=gbk;x'>", .gbk),
            ("<meta http-equiv=content-type content='charset=\"gbk'>", nil),
            ("<meta http-equiv=content-type content='charset='>", nil),
            ("<meta content='text/html; charset=gbk' charset=nonsense http-equiv=content-type>", nil),
            ("<meta charset=nonsense content='text/html; charset=gbk' http-equiv=content-type>", nil),
            ("<meta charset=utf-16>", .utf8),
            ("<meta charset=x-user-defined>", .windows1252),
            ("<meta charset=iso-2022-kr>", .replacement),
            ("<!-- <meta charset=big5> --><meta charset=koi8-r>", .koi8R),
            ("<!--><meta charset=big5>", .big5),
            ("<!---><meta charset=big5>", .big5),
            ("<!-- - > -- > <meta charset=big5> -->", nil),
            ("<!doctype html '<meta charset=big5>'>", nil),
            ("</p a='<meta charset=big5>'><meta charset=koi8-r>", .koi8R),
            ("<a title='<meta charset=big5>'><meta charset=koi8-r>", .koi8R),
            ("<a/title='<meta charset=big5>'>", nil),
            ("<a/title='><meta charset=big5>'>", .big5),
            ("<? <meta charset=big5>", nil),
            ("< meta charset=big5><meta charset=koi8-r>", .koi8R),
            ("<script>'<meta charset=big5>'</script>", .big5),
            ("<?xml version='1.0' encoding=\"euc-kr\"?><p>", .eucKR),
            ("<?xml version='1.0' encoding = 'utf-16'?><p>", .utf8),
            ("<?xml encoding='euc-kr'?><meta charset=big5>", .big5),
            ("<?xml encoding='euc kr'?><p>", nil),
            ("<?xml encoding=euc-kr?><p>", nil),
            (" <?xml encoding='euc-kr'?><p>", nil),
            ("<?XML encoding='euc-kr'?><p>", nil),
            ("<", nil), ("<!", nil), ("<!--", nil), ("<meta ", nil), ("<meta a='", nil), ("<meta a=", nil), ("</", nil),
        ] as [(String, PageEncoding?)]
    )
    func prescan(page: String, encoding: PageEncoding?) {
        let expected = encoding.map { PageEncoding.Detection(encoding: $0, source: .prescan) }
        #expect(PageEncoding.detect(in: Array(page.utf8)) == expected ?? .init(encoding: .utf8, source: .validUTF8))
    }

    @Test("The beginning of an XML declaration in UTF-16 needs no byte order mark")
    func xmlInUTF16() {
        let declaration = Array("<?xml version='1.0'?>".utf8)
        let littleEndian = declaration.flatMap { [$0, 0] as [UInt8] }
        let bigEndian = declaration.flatMap { [0, $0] as [UInt8] }
        #expect(PageEncoding.detect(in: littleEndian) == .init(encoding: .utf16LE, source: .prescan))
        #expect(PageEncoding.detect(in: bigEndian) == .init(encoding: .utf16BE, source: .prescan))
    }

    @Test("The prescan ends with byte 1,024", arguments: [(1_024, true), (1_025, false)])
    func limit(end: Int, isSeen: Bool) {
        let meta = "<meta charset=koi8-r>"
        let page = "<title>" + String(repeating: "a", count: end - 15 - meta.utf8.count) + "</title>" + meta
        #expect(page.utf8.count == end)
        #expect(PageEncoding.detect(in: Array(page.utf8)).source == (isSeen ? .prescan : .validUTF8))
    }

    @Test("A page without a declaration is UTF-8 when it is valid, else windows-1252")
    func withoutDeclaration() {
        #expect(PageEncoding.detect(in: []).source == .validUTF8)
        #expect(PageEncoding.detect(in: Array("<p>é".utf8)).source == .validUTF8)
        let latin: [UInt8] = [0x3C, 0x70, 0x3E, 0xE9]
        #expect(PageEncoding.detect(in: latin) == .init(encoding: .windows1252, source: .fallback))
    }
}
