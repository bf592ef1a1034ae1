// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

/// The prescan looks at the first 1,024 bytes without understanding them; the tree has the last word.
@Suite("A meta that is met while the page is read")
struct EncodingChangeTests {
    /// Too long for the prescan to see anything behind it, and no part of the tree.
    private static let comment = "<!--" + String(repeating: "x", count: 1_024) + "-->"

    private func encoding(of page: String) throws -> PageEncoding {
        try ImageScanner().scan(Array(page.utf8)).encoding
    }

    @Test(
        "counts wherever the tree has an element of that name",
        arguments: [
            "<meta charset=big5>", "<meta charset=' BIG5 '>", "<meta charset=bi&#103;5>", "<META\tCHARSET=big5 />",
            "<meta charset=big5 charset=koi8-r>", "<meta charset=big5><meta charset=koi8-r>",
            "<meta charset=nonsense><meta charset=big5>",
            "<meta http-equiv=Content-Type content='text/html; charset=big5'>",
            "<meta content='charset=big5' http-equiv=CONTENT-type>",
            "<meta charset=nonsense http-equiv=content-type content='charset=big5'>",
            "<meta charset=big5 http-equiv=content-type content='charset=koi8-r'>",
            "</head><meta charset=big5>", "<body><p>text<meta charset=big5>", "</body></html><meta charset=big5>",
            "<script>'<meta charset=koi8-r>'</script><meta charset=big5>",
            "<title><meta charset=koi8-r></title><meta charset=big5>",
            "<!-- <meta charset=koi8-r> --><meta charset=big5>",
            "<template><meta charset=big5></template>", "<noscript><meta charset=big5></noscript>",
            "<body><noscript><meta charset=big5>", "<select><meta charset=big5>", "<select><option><meta charset=big5>",
            "<table><meta charset=big5>", "<table><tr><td><meta charset=big5>", "<colgroup><meta charset=big5>",
            "<svg><meta charset=big5>", "<svg><desc><meta charset=big5>", "<math><mi><meta charset=big5>",
            "<svg><title><meta charset=big5>", "<button><meta charset=big5>", "<object><meta charset=big5>",
        ]
    )
    func isHeeded(markup: String) throws {
        #expect(try encoding(of: Self.comment + markup) == .big5)
    }

    @Test(
        "does not count where the tree has none",
        arguments: [
            "<!-- <meta charset=big5>", "<script><meta charset=big5></script>", "<style><meta charset=big5>",
            "<title><meta charset=big5></title>", "<textarea><meta charset=big5></textarea>", "<meta charset=big5",
            "<xmp><meta charset=big5></xmp>", "<iframe><meta charset=big5></iframe>", "<plaintext><meta charset=big5>",
            "<noframes><meta charset=big5></noframes>", "<noembed><meta charset=big5></noembed>",
            "<frameset><meta charset=big5>", "<frameset></frameset><meta charset=big5>",
            "<svg><style><![CDATA[<meta charset=big5>]]></style>", "<p title='<meta charset=big5>'>",
            "<metadata charset=big5>", "</meta charset=big5>", "<svg><g:meta charset=big5>", "<?meta charset=big5>",
            "<meta name=charset content=big5>", "<meta content='charset=big5'>", "<meta charset=nonsense>",
            "<meta http-equiv=refresh content='charset=big5'>",
            "<meta http-equiv=' content-type' content='charset=big5'>",
        ]
    )
    func isNone(markup: String) throws {
        #expect(try encoding(of: Self.comment + markup) == .utf8)
    }

    @Test("corrects a prescan that took text for a declaration")
    func correctsPrescan() throws {
        #expect(try encoding(of: "<script>'<meta charset=koi8-r>'</script><meta charset=big5>") == .big5)
        #expect(try encoding(of: "<title><meta charset=koi8-r></title>") == .koi8R)
        #expect(try encoding(of: "<?xml encoding='koi8-r'?>\(Self.comment)<meta charset=big5>") == .big5)
    }

    @Test("in UTF-16 or x-user-defined means UTF-8 or windows-1252")
    func impossibleEncodings() throws {
        #expect(try encoding(of: Self.comment + "<meta charset=utf-16le>é") == .utf8)
        #expect(try encoding(of: Self.comment + "<meta charset=x-user-defined>é") == .windows1252)
        let latin = Array("\(Self.comment)<meta charset=utf-16>".utf8) + [0xE9]
        #expect(try ImageScanner().scan(latin).encoding == .utf8)
    }

    @Test("cannot change what a byte order mark or the beginning of an XML declaration in UTF-16 says")
    func certainEncodings() throws {
        let markup = "<?xml version='1.0'?>\(Self.comment)<meta charset=big5><img src=é>"
        for encoding in [PageEncoding.utf8, .utf16LE, .utf16BE] {
            let page = try ImageScanner().scan(encoding.encode("\u{FEFF}" + markup))
            #expect(page.encoding == encoding)
            #expect(page.images.first?["src"] == "é")
        }
        for encoding in [PageEncoding.utf16LE, .utf16BE] {
            #expect(try ImageScanner().scan(encoding.encode(markup)).encoding == encoding)
        }
    }

    @Test("makes the page be read again from its beginning")
    func readsAgain() throws {
        let page = try ImageScanner().scan(
            Array("<title>".utf8) + [0x83, 0x5C]
                + Array("\(Self.comment)</title><meta charset=shift_jis><img alt=".utf8)
                + [0x83, 0x5C] + Array("><img>".utf8))
        #expect(page.encoding == .shiftJIS)
        #expect(page.images.map { $0["alt"] } == ["ソ", nil])
        #expect(page.images.first?.position.column == 1_072)
    }

    @Test("that declares a refused encoding makes the page one")
    func refused() {
        #expect(throws: ScanError.refusedEncoding) { try encoding(of: Self.comment + "<meta charset=iso-2022-kr>") }
        #expect(throws: ScanError.refusedEncoding) { try encoding(of: "<meta charset=hz-gb-2312>") }
    }
}
