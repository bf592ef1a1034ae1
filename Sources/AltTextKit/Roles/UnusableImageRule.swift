// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// F7: Where nobody can know what an image shows, its alt stays absent.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
struct UnusableImageRule: FindingRule {
    let id = "F7"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt else { return nil }
        let problem = image.map(\.problem) ?? .unresolvable(.noSource)
        switch problem {
        case nil: return nil
        case .unsupportedFormat where image?.hasText(for: element.surroundings.language) == true: return nil
        case .unsupportedFormat(let name):
            return verdict(.unsupportedFormat, element, .unsupportedFormat(name))
        case .some(let problem):
            return verdict(.unresolvable, element, problem)
        }
    }

    private func verdict(
        _ findingClass: FindingClass, _ element: ImageElement, _ problem: SiteImage.Problem
    ) -> Classifier.Verdict {
        Classifier.Verdict(
            findingClass: findingClass, role: element.role, reason: problem.description, nextStep: problem.nextStep)
    }
}

extension SiteImage {
    /// Whether the file carries a text that may stand among text in this language; an unknown one fits all.
    func hasText(for tag: String?) -> Bool {
        guard let text = embedded.text(for: tag ?? "") else { return false }
        guard let language = text.language, let tag, !tag.isEmpty else { return true }
        return LanguageTag.primary(of: language) == LanguageTag.primary(of: tag)
    }
}
