// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Findings: one image in one role, with all its places")
struct FindingTests {
    /// The findings as `class image: places`.
    private func findings(_ pages: [String: String]) async throws -> [String] {
        let site = try SmallSite(
            pages,
            images: [
                "a.png": SmallSite.picture(), "img/copy.png": SmallSite.picture(), "b.png": SmallSite.picture("b"),
            ]
        )
        return try await site.audit().findings.map { finding in
            let places = finding.uses.map { "\($0.page):\($0.line)" }.joined(separator: " ")
            return "\(finding.findingClass.rawValue) \(finding.first.image?.name ?? "-"): \(places)"
        }
    }

    @Test("The same bytes are one image, whatever they are called")
    func sameBytes() async throws {
        #expect(
            try await findings([
                "1.html": "<img src=a.png>\n<img src=b.png>", "2.html": "<img src=img/copy.png>",
                "3.html": "<img src=/a.png?v=2>",
            ]) == ["content a.png: 1.html:1 2.html:1 3.html:1", "content b.png: 1.html:2"]
        )
    }

    @Test("Another role or language is another finding")
    func rolesAndLanguages() async throws {
        #expect(
            try await findings([
                "1.html": "<img src=a.png>", "2.html": "<a href=1.html><img src=a.png></a>",
                "3.html": "<figure><img src=a.png><figcaption>Dog</figcaption></figure>",
                "4.html": "<html lang=de><img src=a.png>",
                "5.html": "<html lang=fr><img src=a.png>", "6.html": "<html lang=de-AT><img src=a.png>",
            ]) == [
                "content a.png: 1.html:1", "functional-alone a.png: 2.html:1", "figure-captioned a.png: 3.html:1",
                "language-mismatch a.png: 4.html:1 6.html:1", "language-mismatch a.png: 5.html:1",
            ]
        )
    }

    @Test(
        "A twin belongs to the finding of its image, whatever class that has",
        arguments: [
            ("<html lang=en>", "a.png", "content a.png"), ("<html lang=de>", "a.png", "language-mismatch a.png"),
            ("<html lang=en>", "gone.png", "unresolvable gone.png"),
        ]
    )
    func twins(start: String, image: String, name: String) async throws {
        #expect(
            try await findings([
                "1.html": "\(start)<p><noscript><img src=\(image)></noscript>\n<img src=\(image)>",
                "2.html": "\(start)<img src=\(image)>",
            ]) == ["\(name): 1.html:1 1.html:2 2.html:1"]
        )
    }

    @Test("The image itself stands for a finding that begins with its twin")
    func firstPlace() async throws {
        let site = try SmallSite(["a.html": "<p><noscript><img src=a.png></noscript>\n<img src=a.png>"])
        let finding = try #require(try await site.audit().findings.first)
        #expect(finding.first.line == 2)
        #expect(finding.findingClass == .unresolvable)
    }

    @Test("Different images with a blank alt are different findings")
    func blankAlts() async throws {
        #expect(
            try await findings([
                "1.html": "<img src=a.png alt=' '>\n<img src=b.png alt=' '>", "2.html": "<img src=a.png alt='  '>",
            ]) == ["whitespace-alt a.png: 1.html:1 2.html:1", "whitespace-alt b.png: 1.html:2"]
        )
    }

    @Test("Areas that lead to different places are different findings; the same area on many pages is one")
    func areas() async throws {
        let map = "<map><area href=/north.html>\n<area href=/south.html alt=''></map>"
        #expect(
            try await findings(["1.html": map, "2.html": map]) == [
                "area -: 1.html:1 2.html:1", "area -: 1.html:2 2.html:2",
            ]
        )
    }

    @Test("Different image buttons are different findings")
    func buttons() async throws {
        #expect(
            try await findings([
                "1.html":
                    "<input type=image src=a.png>\n<input type=image src=b.png alt=''>\n<input type=image src=a.png alt=''>"
            ]) == ["input-image a.png: 1.html:1 1.html:3", "input-image b.png: 1.html:2"]
        )
    }

    @Test("Each way in which an alt is bad is a finding of its own")
    func badAlts() async throws {
        #expect(
            try await findings([
                "1.html": "<img src=a.png alt=photo>\n<img src=a.png alt='Image of a dog'>",
                "2.html": "<img src=a.png alt=photo>",
            ]) == ["suspicious-alt a.png: 1.html:1 2.html:1", "suspicious-alt a.png: 1.html:2"]
        )
    }

    @Test("Missing files of the same name in different folders are different findings")
    func missingFiles() async throws {
        #expect(
            try await findings(["x/1.html": "<img src=gone.png>", "y/1.html": "<img src=gone.png>"]) == [
                "unresolvable x/gone.png: x/1.html:1", "unresolvable y/gone.png: y/1.html:1",
            ]
        )
    }
}
