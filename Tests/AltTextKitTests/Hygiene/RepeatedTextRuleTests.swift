// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("Texts that stand beside the image already (T4)")
struct RepeatedTextRuleTests {
    @Test(
        "A text that its neighbour repeats",
        arguments: [
            ("A dog asleep", "a DOG, asleep."), ("[Note]", "Note"), ("The harbour", "Figure 2: The harbour"),
            ("Der Hafen", "Abbildung 12.1 – Der Hafen"), ("Figure 2: The harbour", "Figure 2: The harbour"),
            ("犬", "犬。"),
        ]
    )
    func repeated(text: String, neighbour: String) {
        let rule = RepeatedTextRule()
        #expect(rule.problem(with: text, at: AltTextPlace(figureCaption: neighbour)) == "repeats the caption")
        #expect(rule.problem(with: text, at: AltTextPlace(controlText: neighbour)) == "repeats the link's text")
        let place = AltTextPlace(adjacentTexts: ["Before", neighbour])
        #expect(rule.problem(with: text, at: place) == "repeats the text beside it")
    }

    @Test(
        "A text that says something else, or more, or nothing that can be compared",
        arguments: [
            ("A dog asleep", "A dog"), ("A dog", "A dog asleep"), ("dog", "A dog"), ("★★★", "Rating"), ("★★★", ""),
            ("A dog", ""), ("2", "Figure 2"), ("plan", "Chapter Plan"), ("2024", "Rainfall 2024"),
        ]
    )
    func other(text: String, neighbour: String) {
        let place = AltTextPlace(figureCaption: neighbour, controlText: neighbour, adjacentTexts: [neighbour])
        #expect(RepeatedTextRule().problem(with: text, at: place) == nil)
    }
}
