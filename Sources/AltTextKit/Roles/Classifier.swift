// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// Decides what kind of case an image is, by the rules of alt text.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F65>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/>
public enum Classifier {
    /// The class of an image, what it is there for, why, and what to do about it.
    public struct Verdict: Hashable, Sendable {
        /// What kind of case it is.
        public let findingClass: FindingClass
        /// What the image is there for; `nil` where no text is ever written for it.
        public let role: Role?
        /// Why, as one plain sentence.
        public let reason: String
        /// What to do about it, as one sentence; `nil` where what the class says of it fits.
        public let nextStep: String?

        init(findingClass: FindingClass, role: Role? = nil, reason: String, nextStep: String? = nil) {
            self.findingClass = findingClass
            self.role = role
            self.reason = reason
            self.nextStep = nextStep
        }
    }

    /// The rules, in the order in which they are asked. The first that has something to say decides.
    ///
    /// `TwinRule` (D8) looks at a whole page, once each of its images has a verdict. That an image is there at all (D7),
    /// is decided where the page is parsed.
    static let rules: [any FindingRule] = [
        // An img without alt: need it have one,
        TemplateRule(),  // D7
        HiddenRule(),  // D6
        PresentationalRule(),  // D5
        NamedOtherwiseRule(),  // D4
        // what is it there for,
        PixelRule(),  // F1
        FunctionalAloneRule(),  // F2
        FunctionalWithTextRule(),  // F3
        // can it be described,
        UnusableImageRule(),  // F7
        LanguageRule(),  // T9
        CaptionedFigureRule(),  // D10
        MissingAltRule(),  // D1, with D9 and D12
        // An img with alt, which is never changed (D2).
        WhitespaceAltRule(),  // D3
        DecorationRule(),  // D13
        SuspiciousAltRule(),  // T1 to T4
        // Other elements.
        InputImageRule(),  // D11
        AreaRule(),  // D11
    ]

    /// The verdict on an element; `nil` where there is nothing to find.
    public static func verdict(on element: ImageElement, image: SiteImage?) -> Verdict? {
        rules.lazy.compactMap { $0.verdict(on: element, image: image) }.first
    }

    /// What an image is there for, whether or not it has an alt.
    public static func role(of element: ImageElement) -> Role {
        element.role
    }
}
