// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Hygiene in languages other than English")
struct LanguagesTests {
    @Test(
        "Placeholders (T2)",
        arguments: [
            ("de", "Bild"), ("de", "Ein Bild"), ("de", "Abb. 3"), ("de-AT", "Foto 12"), ("de", "Platzhalter"),
            ("fr", "Image"), ("fr", "L’image"), ("fr", "Capture d’écran"), ("fr", "Sans titre"), ("es", "Imagen 1"),
            ("es", "Fotografía"), ("es", "Captura de pantalla"),
            // Programs fill in English whatever the page is in.
            ("de", "image"), ("ja", "logo"),
        ]
    )
    func placeholders(language: String, text: String) {
        #expect(PlaceholderRule().problem(with: text, at: AltTextPlace(language: language)) == "is a placeholder")
    }

    @Test(
        "Openings that every reader knows (T3), removed where what is left is good language",
        arguments: [
            ("de", "Bild von einem Hund", nil), ("de", "Ein Foto der Kirche", nil),
            ("de", "Das Bild zeigt einen Hund", nil),
            ("fr", "Photo d'un chien", "Un chien"), ("fr", "Une photo d’un chien", "Un chien"),
            ("fr", "Image de la tour", "La tour"), ("fr", "Photo du chien", nil),
            ("fr", "Cette image montre un chien", "Un chien"), ("es", "Imagen de un perro", "Un perro"),
            ("es", "Una foto de la torre", "La torre"), ("es", "Foto del perro", nil),
            ("de", "Image of a dog", "A dog"),
        ] as [(String, String, String?)]
    )
    func openings(language: String, text: String, rest: String?) {
        let rule = RedundantOpeningRule()
        #expect(rule.problem(with: text, at: AltTextPlace(language: language))?.hasPrefix("begins with") == true)
        #expect(rule.cleaned(text, language: language) == rest ?? text)
    }

    @Test(
        "Texts that are fit",
        arguments: [
            ("de", "Bildung für alle"), ("de", "Bild der Woche"), ("de", "Fotograf bei der Arbeit"),
            ("de", "Bilderbuch"),
            ("fr", "Photographe au travail"), ("fr", "Image de synthèse d’un pont"), ("fr", "Dessin de presse"),
            ("es", "Imagen de marca"), ("es", "Fotógrafa en su estudio"), ("es", "Foto de familia ante la casa"),
            // Words of another language are words here.
            ("en", "Bild"), ("en", "Imagen"), ("", "Foto"), ("de", "Photo de famille"),
        ]
    )
    func fit(language: String, text: String) {
        #expect(AltTextHygiene.problem(with: text, at: AltTextPlace(language: language)) == nil)
        #expect(AltTextHygiene.cleaned(text, language: language) == text)
    }

    @Test("Logos (T6)", arguments: [("de", "Das Vereinslogo"), ("es", "Logotipo de Acme"), ("fr", "Acme (logo)")])
    func logos(language: String, text: String) {
        #expect(LogoRule().problem(with: text, at: AltTextPlace(language: language)) != nil)
        #expect(LogoRule().problem(with: "Acme", at: AltTextPlace(language: language)) == nil)
    }
}
