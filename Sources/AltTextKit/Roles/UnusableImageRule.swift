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
        case .unsupportedFormat(let name):
            let text = image?.text(for: element)
            if let text, text.problem == nil { return nil }
            return verdict(.unsupportedFormat, element, .unsupportedFormat(name), text)
        case .some(let problem):
            return verdict(.unresolvable, element, problem)
        }
    }

    private func verdict(
        _ findingClass: FindingClass, _ element: ImageElement, _ problem: SiteImage.Problem,
        _ text: SiteImage.Text? = nil
    ) -> Classifier.Verdict {
        let objection = text.flatMap { text in
            text.problem.map { " The text in it, \"\(text.text.excerpt)\", \($0)." }
        }
        return Classifier.Verdict(
            findingClass: findingClass, role: element.role, reason: problem.description + (objection ?? ""),
            nextStep: problem.nextStep)
    }
}

extension SiteImage {
    /// A text that its author wrote into the file.
    struct Text {
        /// The text, cleaned.
        let text: String
        /// What makes it unfit, as the end of a sentence that begins with the text; `nil` where nothing does.
        let problem: String?
    }

    /// The text in the file for the language around an element; one in an unknown language, or for one, fits all. `nil` where
    /// there is none.
    func text(for element: ImageElement) -> Text? {
        let tag = element.surroundings.language ?? ""
        guard let text = embedded.text(for: tag) else { return nil }
        let language = LanguageTag.primary(of: text.language ?? "")
        guard language.isEmpty || tag.isEmpty || language == LanguageTag.primary(of: tag) else { return nil }
        var place = AltTextPlace(of: element, imageName: name)
        if !language.isEmpty { place.language = language }
        let fit = AltTextHygiene.cleaned(text.text, language: place.language)
        return Text(text: fit, problem: AltTextHygiene.problem(with: fit, at: place))
    }
}
