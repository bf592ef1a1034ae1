// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("A quick look at an alt")
struct AltGlanceTests {
    @Test("suspects whatever the word lists have", arguments: WordList.languages)
    func words(language: String) throws {
        let list = try #require(WordList.list(for: language))
        let articles = [""] + list[.articles].map { $0.last == "'" ? $0 : $0 + " " }
        for article in articles {
            for placeholder in list[.placeholders] { expectSuspicion(of: article + placeholder + " 1", language) }
            for picture in list[.pictures] {
                for link in list[.links] + list[.governingLinks] {
                    expectSuspicion(of: "\(article)\(picture) \(link)\(link.last == "'" ? "" : " ")x", language)
                }
            }
        }
    }

    @Test(
        "suspects whatever the rules find",
        arguments: [
            "a.png", "A.PNG", "my dog_1", "dog-1", "dog 1", "x.jpg here.jpg", "http://example.org", "https:x", "www. ",
            "data:image/png",
            "FILE:///x", "{{ alt }}", "${x}", "<%= x %>", "0001", "#1", "12", "[ ]", "—", "*", "image", "Bild",
            "  LOGO\n", "a photo", "Ein Bild",
            "l'image", "L’image", "Image d’un chien", "photo: x", "Foto von x", "imagen de x", "e\u{301}cran", "écran",
            "Écran 2",
            "\u{A0}image\u{A0}", "image\u{2003}1", "IMG_0042", "DSC0001", "Photo\tof\u{85}a dog",
        ]
    )
    func rules(alt: String) {
        for language in WordList.languages { expectSuspicion(of: alt, language, imageName: "img/dog-1.png?x#y") }
    }

    private func expectSuspicion(of alt: String, _ language: String, imageName: String? = nil) {
        let place = AltTextPlace(imageName: imageName, language: language)
        guard AltTextHygiene.problem(with: alt, at: place) != nil else { return }
        #expect(AltGlance.suspects(alt, imageName: imageName), "\(alt), \(language)")
    }

    @Test(
        "leaves most alone",
        arguments: [
            "A dog", "The harbour of Esbjerg", "Plate 341", "A dog on a sofa.", "Ein Hund", "Python", "Die Brücke",
            "dog", "(1) of 12",
            "COVID cases: up 12 %",
        ]
    )
    func fine(alt: String) {
        #expect(!AltGlance.suspects(alt, imageName: "img/dog.png"))
    }
}
