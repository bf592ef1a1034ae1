// SPDX-License-Identifier: Apache-2.0

import PageTestSupport
import Testing

@testable import HTMLScan

@Suite("A scan for the images that are of interest")
struct InterestTests {
    /// How much these tests ask of an image: what its alt says.
    private static func interest(in element: ImageElement) -> ImageScanner.Interest {
        switch element["alt"] {
        case nil: .element
        case "all": .surroundings
        default: .none
        }
    }

    /// What a scan tells of the images that were asked for, as text.
    private static func words(_ images: [ImageElement]) -> [String] {
        images.filter { interest(in: $0) != .none }.map { image in
            var image = image
            if interest(in: image) == .element { image.surroundings.adjacentTexts = [] }
            return String(reflecting: image)
        }
    }

    @Test("tells of these what a scan of the whole page does", arguments: try HTML5LibFile.all())
    func html5lib(file: HTML5LibFile) throws {
        for test in try file.tests() where test.isForUs {
            // With images at both ends, so that there is something to settle.
            let page = Array("<img src=a>".utf8) + test.data + Array("<p><img src=b alt=b><img src=c>".utf8)
            try expectAgreement(on: page, "\(test.data)")
        }
    }

    @Test("tells of these what a scan of the whole page does, on random markup", arguments: UInt64(1)...600)
    func tagSoup(seed: UInt64) throws {
        var soup = TagSoup(seed: seed)
        try expectAgreement(on: soup.page(pieces: 60), "seed \(seed)")
        let page = Array("<!doctype html><div><img src=a></div>".utf8) + soup.page(pieces: 10)
        try expectAgreement(on: page, "seed \(seed), with an image in front")
    }

    private func expectAgreement(on page: [UInt8], _ comment: Comment) throws {
        let whole = try ImageScanner().scan(page)
        let part = try ImageScanner().scan(page) { element, _ in Self.interest(in: element) }
        #expect(Self.words(part.images) == Self.words(whole.images), comment)
        if !Self.words(whole.images).isEmpty {
            #expect(part.baseHref == whole.baseHref && part.encoding == whole.encoding, comment)
        }
    }

    @Test(
        "tells of these what a scan of the whole page does, whatever comes later",
        arguments: [
            // What a link, a figure or a button holds is known at its end.
            "<a href=b><img src=a>later</a>", "<a href=b><img src=a><p>later",
            "<div role=button><img src=a>later</div>",
            "<button><img src=a>later</button>", "<figure><img src=a><figcaption>later</figcaption></figure>",
            "<figure><img src=a><p>text<img src=b alt=b></figure>",
            "<x-link role=link><img src=a><b>later</b></x-link>",
            // Later tags can say something about all that came before.
            "<p><img src=a><p><meta http-equiv=Content-Language content=de>",
            "<p><img src=a><p><base href=/later/>", "<p><img src=a><html lang=de>", "<p><img src=a><body hidden>",
            "<p><img src=a aria-labelledby=later><p id=later>text",
            "<p><a href=b aria-labelledby=later><img src=a></a><p id=later>text", "<img src=a alt=all><p>text",
            "<template><img src=a></template><frameset>",
            // Open formatting elements move what they hold.
            "<b hidden><p><img src=a></b>later", "<a href=b><div><img src=a></div>later",
            "<table><a href=b><tr><td><img src=a></table>later",
            // What works like a link or a button has its name from its contents.
            "<div role=checkbox><img src=a>later</div>", "<ul><li role='X menuitem'><img src=a>later</ul>",
            "<li role=\"&#116;ab\"><img src=a>later</li>", "<p><img src=a><body role=button>later",
            "<img src=a><html role=link>later",
            // Elements can be around others and no longer be open.
            "<a href=1><table><a href=2></a><tr><td><img src=a></td><td>later</table>",
            "<form role=button><div></form><img src=a>later</div>",
            // What seems to be of interest may be text, and what seems to be text may not.
            "<!-- <img src=a> --><img src=b alt=b>", "<script><img src=a></script><p><img src=b>",
            "<title><img src=a></title><a href=b><img src=c></a>",
            "<img src=a><meta charset=shift_jis><img src=\"\u{8A}\\\">",
        ]
    )
    func laterMarkup(markup: String) throws {
        let page = Array((markup + "<p>The end <img src=z alt=z>").utf8)
        try expectAgreement(on: page, "\(markup)")
    }

    @Test(
        "gives the images that a scan of the whole gives, whatever the tags look like",
        arguments: [
            "<img>", "<IMG\n>", "<img/src=x>", "<iMaGe>", "<area>", "<input type=image>", "<input type=im&#97;ge>",
            "<p><x><img", "<img\0>", "<!-- <img> -->", "<imgx>", "<meta charset=iso-2022-jp><p>\u{1B}$B<img>\u{1B}(B",
        ]
    )
    func spellings(page: String) throws {
        try expectAgreement(on: Array(page.utf8), "\(page)")
    }

    @Test("asks with whether there may be captions", arguments: [("<FigCaption\n>", true), ("<figcaptions>", false)])
    func captions(tag: String, isCaption: Bool) throws {
        var asked: [Bool] = []
        _ = try ImageScanner().scan(Array("<figure><img></figure><p>\(tag)".utf8)) { _, mayHaveCaption in
            asked.append(mayHaveCaption)
            return .none
        }
        #expect(asked == [isCaption])
    }

    @Test("does not read a page on which there is none")
    func nothing() throws {
        let page = try ImageScanner().scan(Array("<title>T</title><img src=a alt=a><!-- <img alt> -->".utf8)) {
            element, _ in
            Self.interest(in: element)
        }
        #expect(page.images.isEmpty)
        #expect(page.title == nil)
    }

    @Test("asks of each tag that may be one, in order, with its attributes")
    func questions() throws {
        let page = """
            <IMG SRC=1 alt='a&amp;b' alt=c><!-- <image src=2> --><input type=IMAGE src=3><input type=text src=x>
            <area href=4><imgx src=x><img/src=5><map><img src=6
            """
        var asked: [String] = []
        _ = try ImageScanner().scan(Array(page.utf8)) { element, _ in
            asked.append(
                "\(element.kind) " + element.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
            return .none
        }
        #expect(
            asked == ["img src=1 alt=a&b", "img src=2", "inputImage type=IMAGE src=3", "area href=4", "img src=5"])
    }
}
