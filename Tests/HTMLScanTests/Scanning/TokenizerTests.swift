// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

/// Corners of the tokenizer, seen through the images that are left: `§` stands in front of each that a browser finds.
@Suite("Cutting a page into tags")
struct TokenizerTests {
    @Test("ends comments where a browser does", arguments: Self.comments)
    func commentEnds(page: MarkedPage) throws {
        #expect(try ImageScanner().scan(page.bytes).images.map(\.tag.lowerBound) == page.offsets)
    }

    static let comments: [MarkedPage] = [
        "<!-- <img> -->§<img>", "<!-->§<img>-->", "<!--->§<img>-->", "<!---->§<img>", "<!--a--!>§<img>",
        "<!----!>§<img>", "<!---!><img>-->§<img>", "<!--a-- ><img>-->§<img>", "<!--a--!-><img>-->§<img>",
        "<!-- <!-- --> §<img> -->", "<!--<!-->§<img>", "<!--<!--->§<img>", "<!--a->b--->§<img>", "<!-- <img>", "<!--",
        "<!-", "<!", "<!><!x><!-x>§<img>", "<!- <img>§<img>", "<?x <img>?>§<img>", "<?>§<img>", "</ <img>§<img>",
        "</>§<img>", "</3<img>§<img>", "<! -- <img> -->§<img>", "<!doctype html \"<img>\"§<img>",
        "<!DOCTYPE><!doctype<img>§<img>",
    ]

    @Test("tells tags from text", arguments: Self.tags)
    func tagOrText(page: MarkedPage) throws {
        #expect(try ImageScanner().scan(page.bytes).images.map(\.tag.lowerBound) == page.offsets)
    }

    static let tags: [MarkedPage] = [
        "<§<img>", "< img>§<img>", "<<§<img>", "</<img>§<img>", "<3§<img>", "§<IMG>", "§<iMg/>", "§<img/src=a>",
        "§<img\n>", "§<img\u{C}x>", "<img", "<img src", "<img src=", "<img src=\"a>", "§<img><img", "<imgx>§<img>",
        "<img\u{B}>§<img>", "<imgé>§<img>", "<img\0>§<img>", "\0§<img>", "&lt;img>§<img>", "§<image>", "</img>",
        "</image>§<img>", "§<img =>", "§<img =\"a>§<img>", "§<img a=b\">§<img>", "§<img a=\">\">",
        "§<img a='>'b='>'>", "§<img a=>§<img>", "§<img a= >§<img>", "§<img a=/>§<img>", "§<img a=\"b\"c=\"d>\"e>",
        "§<img \"a>§<img>", "§<img a=<img>§<img>", "§<img <img>§<img>", "§<img / / x>",
        "<a b='\n<img>' href=x>§<img>", "<p x=\"<img>\">§<img>", "</p x=\"<img>\">§<img>", "</p x='>'>§<img>",
    ]

    @Test("takes for text what a browser does", arguments: Self.rawText)
    func rawTextElements(page: MarkedPage) throws {
        #expect(try ImageScanner().scan(page.bytes).images.map(\.tag.lowerBound) == page.offsets)
    }

    static let rawText: [MarkedPage] = [
        "<title><img></title>§<img>", "<textarea><img></textarea>§<img>", "<style><img></style>§<img>",
        "<xmp><img></xmp>§<img>", "<iframe><img></iframe>§<img>", "<noembed><img></noembed>§<img>",
        "<noframes><img></noframes>§<img>", "<noscript>§<img></noscript>§<img>", "<body><plaintext></plaintext><img>",
        "<iframe/><img></iframe>§<img>", "<title/><img>", "<script/><img></script>§<img>",
        "<svg><title>§<img></title></svg>", "<svg><style><i>§<img></style>", "<svg/>§<img>",
        "<title></titlex><img></title>§<img>", "<title></ title><img></TITLE >§<img>", "<title></title/>§<img>",
        "<title></title x='<img>'>§<img>", "<title></title", "<title></textarea><img></title>§<img>",
        "<style><!--</style>§<img>", "<textarea><!--</textarea>§<img>-->", "<title>&lt;/title><img></title>§<img>",
    ]

    @Test("follows a script through its comments", arguments: Self.scripts)
    func scriptEscapes(page: MarkedPage) throws {
        #expect(try ImageScanner().scan(page.bytes).images.map(\.tag.lowerBound) == page.offsets)
    }

    static let scripts: [MarkedPage] = [
        "<script><img></script>§<img>", "<script><!--</script>§<img>", "<script><!--<script></script><img>",
        "<script><script></script>§<img>", "<script><!--<script></script><img></script>§<img>",
        "<script><!--<script>--></script>§<img>", "<script><!--<script>-></script><img></script>§<img>",
        "<script><!-->--<script></script>§<img>", "<script><!--<scriptx></script>§<img>",
        "<script><!--<script </script/><img></script>§<img>", "<script><!---></script>§<img>",
        "<script><!--><script></script>§<img>", "<script><!---><script></script>§<img>",
        "<script><!--<SCRIPT/></SCRIPT ></Script>§<img>", "<script><!- -<script></script>§<img>",
        "<script></scriptx></ script></script\n>§<img>",
        "<script><!--<script></scriptx></script><img></script>§<img>",
        "<script><!--<script><!--></script><script></script>§<img>",
    ]

    @Test("knows CDATA sections in foreign content only", arguments: Self.cdata)
    func cdataSections(page: MarkedPage) throws {
        #expect(try ImageScanner().scan(page.bytes).images.map(\.tag.lowerBound) == page.offsets)
    }

    static let cdata: [MarkedPage] = [
        "<![CDATA[<img>§<img>]]>", "<svg><![CDATA[<img>]]></svg>§<img>", "<svg><![cdata[<img>§<img>]]>",
        "<math><![CDATA[<img>]]]>§<img>", "<svg><![CDATA[<img>]] >]]>§<img>", "<svg><![CDATA[<img>",
        "<svg><![CDATA[]]>§<img>", "<svg><desc><![CDATA[<img>]]>§<img>", "<svg><desc><p><![CDATA[<img>§<img>]]>",
        "<svg><![CDATA [<img>§<img>", "<math><mi><![CDATA[<img>]]>§<img>", "<svg></svg><![CDATA[<img>§<img>",
    ]
}
