// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

@Suite("A scan for the images that are of interest")
struct InterestTests {
    /// Whether an image is one that these tests ask for.
    private static func isOfInterest(_ element: ImageElement) -> Bool {
        element["alt"] == nil
    }

    /// All that a scan tells of an image, as text.
    private static func words(_ images: [ImageElement]) -> [String] {
        images.filter(isOfInterest).map { String(reflecting: $0) }
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
        let part = try ImageScanner().scan(page, for: Self.isOfInterest)
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
            "<p><img src=a><p><base href=/later/>", "<p><img src=a><html lang=de>", "<p><img src=a><body hidden>",
            "<p><img src=a aria-labelledby=later><p id=later>text",
            // Open formatting elements move what they hold.
            "<b hidden><p><img src=a></b>later", "<a href=b><div><img src=a></div>later",
            "<table><a href=b><tr><td><img src=a></table>later",
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

    @Test("does not read a page on which there is none")
    func nothing() throws {
        let page = try ImageScanner().scan(Array("<title>T</title><img src=a alt=a><!-- <img alt> -->".utf8)) {
            Self.isOfInterest($0)
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
        _ = try ImageScanner().scan(Array(page.utf8)) { element in
            asked.append(
                "\(element.kind) " + element.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
            return false
        }
        #expect(
            asked == ["img src=1 alt=a&b", "img src=2", "inputImage type=IMAGE src=3", "area href=4", "img src=5"])
    }
}
