// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// What makes a text unfit to be a text alternative, whoever wrote it.
///
/// ATAG: <https://www.w3.org/TR/ATAG20/#sc_b233>;
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
public enum AltTextHygiene {
    /// What a text must not be. One that a machine found is not written then; an alt that is there is suspicious.
    ///
    /// Two more rules are asked where there is no text to judge: ``CaptionedDecorationRule`` (T5) before an empty alt is
    /// written, and ``LanguageMismatch`` (T9) before a text is looked at.
    static let rules: [any AltTextRule] = [
        FileNameRule(),  // T1
        PlaceholderRule(),  // T2
        RedundantOpeningRule(),  // T3
        RepeatedTextRule(),  // T4
    ]

    /// What is done to a text that a machine found, in this order.
    ///
    /// Escaping (T10) is done by ``AltInsertion``, the only way into a page.
    static let cleanings: [any AltTextCleaning] = [
        OneLineRule(),  // T8
        RedundantOpeningRule(),  // T3
    ]

    /// What a person should look at. The text is written all the same.
    ///
    /// - Parameter lengthLimit: From how many characters on a text is called long.
    static func advice(lengthLimit: Int) -> [any AltTextRule] {
        [
            LogoRule(),  // T6
            LengthRule(limit: lengthLimit),  // T7
            RepeatedAltRule(),  // T11
        ]
    }

    /// What is wrong with a text, as the end of a sentence that begins with the text; `nil` where nothing is.
    public static func problem(with text: String, at place: AltTextPlace = AltTextPlace()) -> String? {
        rules.lazy.compactMap { $0.problem(with: text, at: place) }.first
    }

    /// What is wrong with the alt that an element has, in the same form; `nil` where it has none or a blank one, or a name
    /// that counts more than the alt.
    ///
    /// Of what stands beside the image only its caption is asked (T4): an author can have reasons for the rest, and an audit
    /// need not look around every image that has an alt.
    ///
    /// Accessible names: <https://www.w3.org/TR/accname-1.2/#mapping_additional_nd_te>
    public static func problem(withAltOf element: ImageElement, imageName: String?) -> String? {
        guard let alt = element["alt"], !alt.isBlank,
            [element["aria-label"], element.surroundings.labelText].allSatisfy({
                $0?.isBlank ?? true
            })
        else { return nil }
        var place = AltTextPlace(of: element, imageName: imageName)
        place.controlText = ""
        place.adjacentTexts = []
        return problem(with: alt, at: place) ?? RepeatedAltRule().problem(with: alt, at: place)
    }

    /// What a person should look at in a text that is written, in the same form; `nil` where that is nothing.
    public static func advice(
        on text: String, at place: AltTextPlace, lengthLimit: Int = LengthRule.defaultLimit
    ) -> String? {
        advice(lengthLimit: lengthLimit).lazy.compactMap { $0.problem(with: text, at: place) }.first
    }

    /// A text made fit as far as that can be done. It can still have a problem; it is empty where nothing is left.
    public static func cleaned(_ text: String, language: String = "") -> String {
        cleanings.reduce(text) { $1.cleaned($0, language: language) }
    }
}
