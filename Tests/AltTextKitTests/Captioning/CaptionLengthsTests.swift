// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("The lengths of captions")
struct CaptionLengthsTests {
    @Test(
        "The first of a list becomes the alt",
        arguments: [
            ("normal", CaptionLength.normal, []), ("normal,long", .normal, [.long]), ("long, normal", .long, [.normal]),
            ("short,normal,long", .short, [.normal, .long]),
        ] as [(String, CaptionLength, [CaptionLength])]
    )
    func lists(list: String, text: CaptionLength, additional: [CaptionLength]) throws {
        let lengths = try #require(CaptionLengths(list: list))
        #expect(lengths.text == text)
        #expect(lengths.additional == additional)
        #expect(CaptionLengths(list: lengths.description) == lengths)
    }

    @Test(
        "What is no list of lengths is none", arguments: ["", ",", "normal,", "huge", "normal,normal", "normal long"])
    func noLists(list: String) {
        #expect(CaptionLengths(list: list) == nil)
    }
}
