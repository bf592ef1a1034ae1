// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import PageTestSupport
import Testing

@testable import AltTextKit

@Suite("Pages read only as far as an audit needs them")
struct AuditInterestTests {
    @Test("have the findings that they have when they are read in full", arguments: SamplePages.all)
    func anyPage(kind: SamplePages) throws {
        for page in try kind.pages() { try expectAgreement(on: page.bytes, "\(page.name)") }
    }

    @Test(
        "have the findings that they have when they are read in full, on real sites",
        .enabled(if: SamplePages.hasRealSites))
    func realSites() throws {
        for page in try SamplePages.realSites.pages() { try expectAgreement(on: page.bytes, "\(page.name)") }
    }

    @Test(
        "have the findings that they have when they are read in full, whatever decides about the alt",
        arguments: [
            "<img alt=Logo>", "<html lang=de><img alt=Bild>", "<html lang=fr><img alt=\"Image d'un chien\">",
            "<img src=x/dog_1.png alt=dog_1>", "<img alt=Logo><body hidden>", "<div hidden><img alt=Logo></div>",
            "<img alt=Logo aria-labelledby=a><p id=a>Acme", "<img alt=' '>", "<img alt='' title=x>",
            "<img alt='' tabindex=0>",
            "<a href=b><img alt=''></a>", "<a href=b><img alt=''>text</a>", "<a href=b aria-label=b><img alt=''></a>",
            "<a href=b aria-labelledby=a><img alt=''></a><p id=a>text", "<button><img alt=''></button>",
            "<figure><img alt=A><figcaption>A</figcaption></figure>", "<img alt=Star><img alt=Star>",
            "<img alt=Star><!-- GAP --><img alt=Star>", "<img alt=Star><script>GAPGAP</script><img alt=Star>",
            "<input type=image alt=go.png>", "<input type=image alt=''>", "<label><input type=image alt=''>Go</label>",
            "<map><area href=x alt=image></map>", "<map><area href=x></map>", "<map><area alt=''></map>",
            "<figure><map name=m><area href=x alt=Acme></map><figcaption>Acme</figcaption></figure>",
            "<figure><input type=image src=a.png alt=Search><figcaption>Search</figcaption></figure>",
            "<p><span role=link><img src=c.png alt=''><b hidden>Go</b></span>",
            "<a href=b><img src=a alt=Star></a><a href=b><img src=a alt=Star></a>", "<a href=b><img alt=' '></a>",
            "<figure><a href=b><img alt=A></a><figcaption>A</figcaption></figure>",
            "<figure><a href=b><img alt=A>text</a><noscript><img></noscript><figcaption>A</figcaption></figure>",
            "<img alt=my-page.html><meta http-equiv=content-language content=de>",
            "<a href=a.png download>Download <img alt=a.png></a>",
        ]
    )
    func rules(markup: String) throws {
        let gap = String(repeating: "x", count: 600)
        let page = "<!doctype html><p>" + markup.replacing("GAP", with: gap) + "<p><img src=z alt='The end'>"
        try expectAgreement(on: Array(page.utf8), "\(markup)")
        // Nothing else that is of interest either.
        try expectAgreement(on: Array(markup.utf8), "\(markup), by itself")
    }

    private func expectAgreement(on page: [UInt8], _ comment: Comment) throws {
        var interest = AuditInterest()
        let part = try ImageScanner().scan(page) { interest.interest(in: $0, mayHaveCaption: $1) }
        #expect(try verdicts(part) == verdicts(try ImageScanner().scan(page)), comment)
    }

    private func verdicts(_ page: ScannedPage) throws -> [String] {
        page.images.compactMap { element in
            Classifier.verdict(on: element, image: nil).map { "\(element.tag.lowerBound) \($0)" }
        }
    }
}
