// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@testable import AltTextKit

@Suite("Alts that are there, but bad")
struct SuspiciousAltTests {
    /// What is wrong with the alt of the last image of a page.
    private func problem(_ html: String) throws -> String? {
        let element = try #require(try ImageScanner().scan(Array(html.utf8)).images.last)
        let verdict = Classifier.verdict(on: element, image: nil)
        #expect(verdict.map { $0.findingClass == .suspiciousAlt } != false)
        return verdict?.reason
    }

    @Test(
        "are found",
        arguments: [
            ("<img src=a.png alt='a.png'>", "file name"), ("<img src=x/dog_1.png alt=dog_1>", "file name"),
            ("<img src=x/dog_1 alt=dog_1>", "file name"), ("<img src=b alt='Screen shot.png'>", "file name"),
            ("<img src=a.png alt=photo>", "placeholder"), ("<html lang=de><img src=a.png alt=Bild>", "placeholder"),
            ("<img src=a.png alt='{{ page.image.alt }}'>", "template"),
            ("<img src=a.png alt='image of a dog'>", "begins"),
            ("<input type=image src=go.png alt=go.png>", "file name"),
            ("<input type=image src=a.png alt=image>", "placehol"),
            ("<map><area href=x alt=image></map>", "placeholder"),
            ("<figure><img src=a.png alt='The harbour'><figcaption>The harbour</figcaption></figure>", "the caption"),
            (
                "<figure><a href=b><img src=a.png alt=Harbour><figcaption>Harbour</figcaption></a></figure>",
                "the caption"
            ),
            (
                "<figure><a href=b.png><img src=a.png alt=Harbour></a><figcaption>Harbour</figcaption></figure>",
                "the caption"
            ),
            ("<img src=a.png alt=Star><img src=a.png alt=Star>", "in front"),
        ]
    )
    func bad(html: String, words: String) throws {
        #expect(try problem(html)?.contains(words) == true)
    }

    @Test(
        "are not suspected",
        arguments: [
            "<img src=a.png alt='A dog'>", "<img src=dog.png alt=dog>", "<img src=dog alt=dog>",
            "<img src=404.png alt='404'>",
            "<img src=callouts/1.png alt='(1)'>", "<a href=x><img src=a.png alt=Products></a>",
            "<a href=x><img src=a.png alt=Acme> Products</a>",
            "<a href=x><img src=a.png alt=Products> Products</a>",
            "<p>Dogs</p><img src=a.png alt='A dog'>",
            "<a href=a.jpeg download>Download <img src=a.jpeg alt=a.jpeg></a>",
            "<img src=a.png alt=a.png aria-label=Dog>", "<img src=a.png alt=a.png role=none>",
            "<img src=a.png alt=a.png hidden>",
            "<img src=a.png alt=''>", "<input type=image src=a.png alt=Search>", "<map><area href=x alt=North></map>",
            "<table><tr><td><img src=y.png alt=Yes></td><td><img src=y.png alt=Yes></td></tr></table>",
            "<ul><li><img src=y.png alt=Yes></li><li>Yes</li></ul>", "<img src=a.png alt='Save as .png'>",
            "<a href=x><img src=a.png alt=More></a><a href=y><img src=a.png alt=More></a>",
            // Without it, nothing would name the link (F89).
            "<figure><a href=b><img src=a.png alt='The\n harbour'></a><figcaption>The harbour</figcaption></figure>",
        ]
    )
    func fine(html: String) throws {
        #expect(try problem(html) == nil)
    }

    @Test(
        "that are repeated: what to do depends on what the images are (T11)",
        arguments: [
            ("<img src=a.png alt=Star><img src=a.png alt=Star>", "one of a group", "alt=\"\" on the rest"),
            (
                "<a href=x><img src=a.png alt=Star><img src=a.png alt=Star></a>", "one of a group",
                "alt=\"\" on the rest"
            ),
            ("<img src=a.png alt=Star><img src=b.png alt=Star>", "should say what differs", "tells its image"),
            (
                "<img src=x.gif data-src=a.png alt=Star><img src=x.gif data-src=b.png alt=Star>",
                "should say what differs", "tells its image"
            ),
            (
                "<a href=x><img src=a.png alt=Star></a><a href=x><img src=a.png alt=Star></a>",
                "the only name of its link", "into one link"
            ),
            (
                "<span role=button><img src=a.png alt=Star></span><span role=button><img src=b.png alt=Star></span>",
                "the only name of its link or button", "name each"
            ),
        ])
    func repeated(html: String, reason: String, nextStep: String) throws {
        let element = try #require(try ImageScanner().scan(Array(html.utf8)).images.last)
        let verdict = try #require(Classifier.verdict(on: element, image: nil))
        #expect(verdict.reason.contains(reason))
        #expect(verdict.nextStep?.contains(nextStep) == true)
    }

    @Test("are not reused elsewhere")
    func notReused() async throws {
        let images = [
            "a.png": SmallSite.picture("a"), "b.png": SmallSite.picture("b"), "c.png": SmallSite.picture("c"),
        ]
        let site = try SmallSite(
            [
                "1.html": "<img src=a.png alt=Star><img src=b.png alt=Star><img src=c.png alt=photo>",
                "2.html": "<img src=a.png>, <img src=b.png>, <img src=c.png>",
            ],
            images: images
        )
        #expect(
            try await site.decisions() == ["nothing", "nothing", "reuse: Star", "needs a caption", "needs a caption"])
    }
}
