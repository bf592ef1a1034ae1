// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// F3: Beside text in a link or button an image may have an empty alt, where the text says everything.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-short-phrase-or-label-with-an-alternative-graphical-representation:-icons,-logos>;
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H2>, <https://www.w3.org/WAI/WCAG22/Techniques/html/H30>
struct FunctionalWithTextRule: FindingRule {
    let id = "F3"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, element.role == .functionalWithText, let control = element.surroundings.control else {
            return nil
        }
        let reason =
            control.saysSomething
            ? "The \(control.word) says \"\(control.text.excerpt)\" beside the image."
            : "Another image in the same \(control.word) comes first, and bears its name."
        return Classifier.Verdict(findingClass: .functionalWithText, role: .functionalWithText, reason: reason)
    }
}
