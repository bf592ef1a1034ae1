// SPDX-License-Identifier: Apache-2.0

import PageTestSupport
import Testing

@testable import HTMLScan

@Suite("A scan for images alone")
struct ImagePageTests {
    @Test("gives the images that a scan of the whole gives", arguments: try HTML5LibFile.all())
    func html5lib(file: HTML5LibFile) throws {
        for test in try file.tests() where test.isForUs { try expectAgreement(on: Array(test.data)) }
    }

    @Test("gives the images that a scan of the whole gives, on random markup", arguments: UInt64(1)...300)
    func tagSoup(seed: UInt64) throws {
        var soup = TagSoup(seed: seed)
        try expectAgreement(on: soup.page(pieces: 20))
    }

    @Test(
        "gives the images that a scan of the whole gives, whatever the tags look like",
        arguments: [
            "<img>", "<IMG\n>", "<img/src=x>", "<iMaGe>", "<area>", "<input type=image>", "<p><x><img", "<img\0>",
            "<!-- <img> -->", "<imgx>", "<meta charset=iso-2022-jp><p>\u{1B}$B<img>\u{1B}(B",
        ]
    )
    func spellings(page: String) throws {
        try expectAgreement(on: Array(page.utf8))
    }

    private func expectAgreement(on page: [UInt8]) throws {
        let whole = try ImageScanner().scan(page).images.map { String(reflecting: $0) }
        #expect(try ImageScanner().scanImages(of: page).images.map { String(reflecting: $0) } == whole)
    }

    @Test("does not parse a page without one")
    func nothing() throws {
        let page = Array("<title>T</title><p>&lt;img>".utf8)
        #expect(try ImageScanner().scan(page).title == "T")
        #expect(try ImageScanner().scanImages(of: page).title == nil)
    }
}
