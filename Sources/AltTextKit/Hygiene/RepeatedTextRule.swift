// SPDX-License-Identifier: Apache-2.0

/// T4: What stands beside the image is read out anyway: the caption, the text of the link, a label or heading.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-graphical-representation-of-some-of-the-surrounding-text>;
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H2>
struct RepeatedTextRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        guard !place.figureCaption.isEmpty || !place.controlText.isEmpty || !place.adjacentTexts.isEmpty else {
            return nil
        }
        let text = Array(Self.letters(of: text))
        // A text of signs, such as stars, has nothing to compare.
        guard !text.isEmpty else { return nil }
        if Self.repeats(text, place.controlText) { return "repeats the link's text" }
        // A link without a name is worse than one whose name stands beside it as well (F89).
        if place.isAloneInControl { return nil }
        if Self.repeats(text, place.figureCaption) { return "repeats the caption" }
        if place.adjacentTexts.contains(where: { Self.repeats(text, $0) }) { return "repeats the text beside it" }
        return nil
    }

    /// How long a numbered label in front can be.
    private static let longestLabel = 14

    /// Whether a neighbour says the same as these letters, be it behind a number as in "Figure 2: The harbour".
    private static func repeats(_ text: [String], _ neighbour: String) -> Bool {
        // Read only as far as it is compared: many images can have one long neighbour.
        var rest = letters(of: neighbour).makeIterator()
        for letter in text {
            guard rest.next() == letter else { return false }
        }
        let label = Array(IteratorSequence(rest).prefix(longestLabel + 1))
        return label.isEmpty
            || (label.count <= longestLabel && label[0].first?.isNumber == true && text.count > 3
                && text.last?.first?.isLetter == true)
    }

    /// The letters and digits of a text in lower case, the last one first.
    private static func letters(of text: String) -> some Sequence<String> {
        text.reversed().lazy.filter { $0.isLetter || $0.isNumber }.map { $0.lowercased() }
    }
}
