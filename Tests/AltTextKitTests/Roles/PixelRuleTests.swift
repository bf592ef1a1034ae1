// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@testable import AltTextKit

@Suite struct PixelRuleTests {
    private static func isPixel(_ html: String, _ image: SiteImage) throws -> Bool {
        let element = try #require(try ImageScanner().scan(Array(html.utf8)).images.first)
        return PixelRule().verdict(on: element, image: image) != nil
    }

    /// A PNG of a single pixel with this alpha.
    private static func pixel(alpha: UInt8) -> SiteImage {
        let row: [UInt8] = [0, 200, 0, 0, alpha]
        return .file(ImageFixtures.png([("IDAT", ImageFixtures.stored(row)), ("IEND", [])], size: (1, 1)))
    }

    @Test(
        "Of what is transparent nothing can be seen at any size, unless the page puts something in its place",
        arguments: [
            ("<img src=a.png>", true), ("<img src=a.png width=10 height=10>", true),
            ("<img src=a.png width=1 height=40>", true), ("<img src=a.png style='width:100%;height:2em'>", true),
            ("<img src=a.png style='border:0'>", true), ("<img src=a.png border=0 hspace=4>", true),
            ("<img src=a.png style='background:url(icons.png) 0 -16px'>", false),
            ("<img src=a.png style='Background-Image: url(icons.png)'>", false),
            ("<img src=a.png style='content:url(dog.png)'>", false), ("<img src=a.png class=icon>", false),
            ("<img src=a.png id=hero>", false), ("<img src=a.png data-echo=dog.jpg>", false),
            ("<img src=a.png srcset='dog.jpg 2x'>", false), ("<img src=a.png usemap='#areas'>", false),
            ("<img src=a.png onload=show(this)>", false),
        ]
    )
    func transparent(html: String, isPixel: Bool) throws {
        for name in ["pixel.gif", "clear.gif", "clear.png", "clear-rgba.png", "clear-interlaced.png"] {
            #expect(try Self.isPixel(html, .file(ImageFixtures.bytes(name))) == isPixel, "\(name)")
        }
        #expect(try Self.isPixel(html, Self.pixel(alpha: 0)) == isPixel)
    }

    @Test(
        "A pixel that can be seen is one as long as nobody makes a line or a bar of it",
        arguments: [
            ("<img src=a.png>", true), ("<img src=a.png width=1>", true), ("<img src=a.png style='height:1px'>", true),
            ("<img src=a.png width=100 height=2>", false), ("<img src=a.png width=100%>", false),
            ("<img src=a.png style='width:20px;height:20px'>", false), ("<img src=a.png class=bar>", false),
        ]
    )
    func visible(html: String, isPixel: Bool) throws {
        #expect(try Self.isPixel(html, Self.pixel(alpha: 255)) == isPixel)
    }

    @Test("A picture with a single visible pixel is none", arguments: ["dot.gif", "dot.png", "dot-rgba.png"])
    func dot(name: String) throws {
        #expect(try !Self.isPixel("<img src=a.png width=20 height=20>", .file(ImageFixtures.bytes(name))))
    }

    @Test(
        "One pixel by attributes may be the ratio of a square, where something handles the image or the file is larger",
        arguments: [
            ("<img src=a.png width=1 height=1>", nil, true), ("<img src=a.png width=1 height=1>", "dot.png", false),
            ("<img src=a.png width=1 height=1 class='counter lazyload'>", nil, false),
            ("<img src=a.png width=1 height=1 class=counter id=c>", nil, true),
            ("<img src=a.png width=1 height=1 class='aspect-square w-full'>", "dot.png", false),
            ("<img src=a.png width=1 height=1 data-src=dog.jpg>", nil, false),
            ("<img src=a.png width=1 height=1 srcset='dog.jpg 2x'>", nil, false),
            ("<img src=a.png width=1 height=1 usemap='#areas'>", nil, false),
            // Zero is no ratio, and a style is no hint.
            ("<img src=a.png width=0 height=0 class=count>", "dot.png", true),
            ("<img src=a.png style='width:1px;height:1px' class=count>", "dot.png", true),
            ("<img src=a.png width=1 style='height:1px'>", "dot.png", true),
        ] as [(String, String?, Bool)])
    func ratio(html: String, file: String?, isPixel: Bool) throws {
        let image = try file.map { SiteImage.file(try ImageFixtures.bytes($0)) } ?? .missing
        #expect(try Self.isPixel(html, image) == isPixel)
    }

    @Test(
        "An image that browsers announce whatever its alt is no pixel",
        arguments: ["tabindex=0", "aria-describedby=x", "aria-live=polite"])
    func announced(attribute: String) async throws {
        for sizes in ["width=1 height=1", "width=0 height=0", "style='width:1px;height:1px'"] {
            #expect(try !Self.isPixel("<img src=a.png \(sizes) \(attribute)>", .missing))
        }
        #expect(try !Self.isPixel("<img src=a.png \(attribute)>", Self.pixel(alpha: 0)))
        let site = try SmallSite(["a.html": "<img src=a.png \(attribute)>"], images: ["a.png": SmallSite.picture()])
        let uses = try await site.audit(rules: [ImageRule(treatment: .decorative)]).uses
        #expect(uses.map(\.findingClass) == [.content])
        #expect(uses.first?.reason.contains("makes browsers announce it") == true)
    }

    @Test("The author's text in a file that a page hints to be square is written")
    func textInFile() async throws {
        let site = try SmallSite(
            ["a.html": "<img src=a.jpg width=1 height=1>"],
            images: ["a.jpg": SmallSite.picture(alts: ["": "A red kite"])])
        #expect(try await site.decisions() == ["embedded: A red kite"])
    }
}
