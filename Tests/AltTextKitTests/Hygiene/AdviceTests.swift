// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("What a person should look at in a text")
struct AdviceTests {
    @Test("An image with a caption is no decoration (T5)")
    func decoration() {
        let rule = CaptionedDecorationRule()
        #expect(rule.problem(with: "", at: AltTextPlace(figureCaption: "The harbour")) != nil)
        #expect(rule.problem(with: "", at: AltTextPlace()) == nil)
        #expect(rule.problem(with: "A boat", at: AltTextPlace(figureCaption: "The harbour")) == nil)
    }

    @Test("A logo's text is the name that it stands for (T6)")
    func logo() {
        for text in ["Acme logo", "The logo of Acme", "Acme-Logo", "LOGO: Acme"] {
            #expect(LogoRule().problem(with: text, at: AltTextPlace()) != nil, "\(text)")
        }
        for text in [
            "Acme", "Logos and mythos by other names".replacing("Logos", with: "Logic"), "Logograms", "Catalogo",
        ] {
            #expect(LogoRule().problem(with: text, at: AltTextPlace()) == nil, "\(text)")
        }
    }

    @Test("A text beyond the limit is long, whatever it is written in (T7)")
    func length() {
        let rule = LengthRule(limit: 10)
        #expect(rule.problem(with: String(repeating: "é", count: 10), at: AltTextPlace()) == nil)
        #expect(
            rule.problem(with: String(repeating: "犬", count: 11), at: AltTextPlace())?.hasPrefix("has 11 char") == true)
        let sentence =
            "Four gardeners in raincoats lift a wooden boat out of the pond, while two children hold the "
            + "ladder and a dog looks on from the shed."
        #expect(AltTextHygiene.advice(on: sentence, at: AltTextPlace()) == nil)
        #expect(AltTextHygiene.advice(on: sentence + " " + sentence, at: AltTextPlace()) != nil)
        #expect(AltTextHygiene.cleaned(sentence + " " + sentence) == sentence + " " + sentence)
    }

    @Test("The text of the image in front is heard twice (T11)")
    func repeated() {
        #expect(RepeatedAltRule().problem(with: "Star", at: AltTextPlace(precedingAlt: "Star")) != nil)
        #expect(RepeatedAltRule().problem(with: "Star", at: AltTextPlace(precedingAlt: "")) == nil)
        #expect(RepeatedAltRule().problem(with: "Star", at: AltTextPlace()) == nil)
    }

    @Test("None of this keeps a text from being written")
    func noProblem() {
        let place = AltTextPlace(precedingAlt: "Acme logo")
        #expect(AltTextHygiene.problem(with: "Acme logo", at: place) == nil)
        #expect(AltTextHygiene.advice(on: "Acme logo", at: place) != nil)
    }
}
