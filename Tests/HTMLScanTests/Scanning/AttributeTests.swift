// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@Suite("Attributes of an image")
struct AttributeTests {
    @Test(
        "are those that a browser reads",
        arguments: [
            ("<img alt>", ["alt": ""]), ("<img alt=>", ["alt": ""]), ("<img alt=''>", ["alt": ""]),
            ("<img ALT=X>", ["alt": "X"]),
            ("<img alt=a ALT=b>", ["alt": "a"]), ("<img/src=a/alt=b>", ["src": "a/alt=b"]),
            ("<img src='a'alt=b>", ["src": "a", "alt": "b"]),
            ("<img src=a/>", ["src": "a/"]), ("<img src = 'a' / alt>", ["src": "a", "alt": ""]),
            ("<img src=\"a>b\">", ["src": "a>b"]),
            ("<img src='?a&amp;b&copy=1&copy;&#x41;&#0;'>", ["src": "?a&b&copy=1©A\u{FFFD}"]),
            ("<img src='a\0b'>", ["src": "a\u{FFFD}b"]),
            ("<img src='a\r\nb\rc'>", ["src": "a\nb\nc"]), ("<img src=a`b\"c'd=e<f>", ["src": "a`b\"c'd=e<f"]),
            ("<img src==a>", ["src": "=a"]),
            ("<img data-a.b_c:d=1>", ["data-a.b_c:d": "1"]), ("<img a=1 =b src=c>", ["a": "1", "src": "c"]),
            ("<img src=é>", ["src": "é"]),
            ("<img src='&lt;img&gt;'>", ["src": "<img>"]), ("<image src=a>", ["src": "a"]),
            ("<img\u{C}src=a\u{C}>", ["src": "a"]),
            ("<img src='\u{FEFF} a '>", ["src": "\u{FEFF} a "]), ("<img\nsrc\n=\n'a'\n>", ["src": "a"]),
            ("<img xmlns:x=y>", ["xmlns:x": "y"]),
            ("<img xml:lang=de lang=en>", ["xml:lang": "de", "lang": "en"]),
        ] as [(String, [String: String])]
    )
    func attributes(page: String, expected: [String: String]) throws {
        let image = try #require(try ImageScanner().scan(Array(page.utf8)).images.first)
        #expect(Dictionary(image.attributes.map { ($0.name, $0.value) }) { first, _ in first } == expected)
    }

    @Test(
        "are read beside names of any length; one of more than 100 bytes is passed over", arguments: [100, 101, 5_000])
    func longNames(length: Int) throws {
        let name = String(repeating: "x", count: length)
        let page = "<\(name) lang=de><img \(name)=1 src=a>"
        let image = try #require(try ImageScanner().scan(Array(page.utf8)).images.first)
        #expect(image["src"] == "a")
        #expect(image[name] == (length > 100 ? nil : "1"))
        #expect(image.surroundings.language == "de")
    }

    @Test("come with the kind of the element")
    func kinds() throws {
        let page =
            "<img><image><input type=image><input type=&#73;MAGE><input type=text><map><area></map><svg><image/><img></svg>"
        let images = try ImageScanner().scan(Array(page.utf8)).images
        #expect(images.map(\.kind) == [.img, .img, .inputImage, .inputImage, .area, .img])
    }
}
