// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// F2: The alt of an image that is all a link or button holds says what the link or button does, not what the image shows.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-link-or-button-containing-nothing-but-an-image>;
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H30>; WAI: <https://www.w3.org/WAI/tutorials/images/functional/>
struct FunctionalAloneRule: FindingRule {
    let id = "F2"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, element.role == .functionalAlone, let control = element.surroundings.control else {
            return nil
        }
        if let name = control.ownName {
            return verdict(
                "The \(control.word) is named \"\(name.excerpt)\", and the image, which is all that it holds, has no alt.",
                "Give the image the same words as alt; `alttext diff` suggests them.")
        }
        let reason =
            "The image is all that the \(control.word) holds, so its alt has to say what the \(control.word) does."
        guard control.kind == .link else {
            return verdict(reason, "Write an alt that names what the button does, such as \"Search\" or \"Close\".")
        }
        return verdict(reason, "Name what the link leads to; `alttext diff` suggests it where the site tells.")
    }

    private func verdict(_ reason: String, _ nextStep: String) -> Classifier.Verdict {
        Classifier.Verdict(findingClass: .functionalAlone, role: .functionalAlone, reason: reason, nextStep: nextStep)
    }
}
