// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@testable import AltTextKit

@Suite("Sources of an image")
struct ImageCandidatesTests {
    /// The attributes of an `img`, the sources of its `picture` as `srcset` and `type`, and what to try in order.
    struct Case: CustomTestStringConvertible, Sendable {
        let attributes: KeyValuePairs<String, String>
        var picture: KeyValuePairs<String, String?> = [:]
        let sources: [String]

        var testDescription: String { "\(attributes)" }

        var element: ImageElement {
            var surroundings = Surroundings()
            surroundings.pictureSources = picture.map { .init(srcset: $0.key, type: $0.value) }
            return ImageElement(
                kind: .img, tag: 0..<5, position: .init(line: 1, column: 1), insertionOffset: 4,
                attributes: attributes.map { Attribute(name: $0.key, value: $0.value) }, surroundings: surroundings)
        }
    }

    @Test(
        "What src says comes first, then the rest by format",
        arguments: [
            Case(attributes: [:], sources: []),
            Case(attributes: ["src": " "], sources: []),
            Case(attributes: ["src": " a.png\n"], sources: ["a.png"]),
            Case(
                attributes: ["src": "a.webp", "srcset": "b.webp 1x, c.jpg 2x, d 3x"],
                sources: ["a.webp", "c.jpg", "d", "b.webp"]),
            Case(attributes: ["src": "a.png", "srcset": "a.png 1x, b.png 2x, a.png 3x"], sources: ["a.png", "b.png"]),
            Case(attributes: ["srcset": "b.webp 1x, c.jpg 2x"], sources: ["c.jpg", "b.webp"]),
            Case(
                attributes: ["src": "a.png"],
                picture: ["b.avif": "image/avif", "c": "image/jpeg", "d.jpg": "image/webp", "e": nil, "f.PNG?x": ""],
                sources: ["a.png", "c", "f.PNG?x", "e", "b.avif", "d.jpg"]),
            Case(attributes: ["src": "a.png", "data-src": "b.png"], sources: ["a.png", "b.png"]),
        ]
    )
    func order(_ example: Case) {
        #expect(ImageCandidates().sources(of: example.element) == example.sources)
    }

    @Test(
        "A placeholder gives way to anything else",
        arguments: [
            Case(attributes: ["src": "data:image/gif;base64,R0", "data-src": "a.png"], sources: ["a.png"]),
            Case(attributes: ["src": "", "data-lazy-src": "a.webp"], sources: ["a.webp"]),
            Case(attributes: ["data-original": "a.png"], sources: ["a.png"]),
            Case(attributes: ["src": "about:blank", "data-src": " ", "data-original": "a.png"], sources: ["a.png"]),
            Case(
                attributes: ["src": "/img/spacer.gif", "data-srcset": "a.webp 1x, b.png 2x"],
                sources: ["b.png", "a.webp"]),
            Case(attributes: ["src": "lazy-placeholder.gif?v", "data-lazy-srcset": "a.png"], sources: ["a.png"]),
            Case(attributes: ["src": "1x1.png", "data-src": "blank.gif", "srcset": "a.png"], sources: ["a.png"]),
            Case(attributes: ["src": "DATA:,"], picture: ["a.webp": nil], sources: ["a.webp"]),
            Case(attributes: ["src": "a.png", "srcset": "data:image/gif;base64,R0 1w"], sources: ["a.png"]),
        ]
    )
    func placeholders(_ example: Case) {
        #expect(ImageCandidates().sources(of: example.element) == example.sources)
    }

    @Test(
        "A source that only looks like a placeholder stays",
        arguments: [
            Case(attributes: ["src": "data:image/png;base64,AA=="], sources: ["data:image/png;base64,AA=="]),
            Case(attributes: ["src": "spacer.gif"], sources: ["spacer.gif"]),
            Case(
                attributes: ["src": "loading-dock.jpg", "data-src": "b.png"], sources: ["loading-dock.jpg", "b.png"]),
            Case(attributes: ["src": "image-1.png", "data-src": "b.png"], sources: ["image-1.png", "b.png"]),
            Case(attributes: ["src": "/blank/a.png", "data-src": "b.png"], sources: ["/blank/a.png", "b.png"]),
        ]
    )
    func lookalikes(_ example: Case) {
        #expect(ImageCandidates().sources(of: example.element) == example.sources)
    }

    @Test("Attributes given by the user are read before the usual ones, and as a srcset where the name says so")
    func additionalAttributes() {
        let candidates = ImageCandidates(additionalAttributes: ["Data-Hero", "data-hero-srcset"])
        let example = Case(
            attributes: ["data-src": "b.png", "data-hero": "a.png", "data-hero-srcset": "c.png 1x, d.png 2x"],
            sources: [])
        #expect(candidates.sources(of: example.element) == ["a.png", "b.png", "c.png", "d.png"])
        #expect(ImageCandidates().sources(of: example.element) == ["b.png"])
    }
}
