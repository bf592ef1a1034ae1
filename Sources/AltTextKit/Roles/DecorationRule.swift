// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D13: An empty alt says that the image is decoration; a title, a name, focus or an otherwise empty link speaks against it.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H67>, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F89>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/46ca7f/proposed/>
struct DecorationRule: FindingRule {
    let id = "D13"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.kind == .img, element["alt"]?.isEmpty == true, element.isPerceivable else { return nil }
        if let title = element["title"], !element.isBlank("title") {
            return verdict(
                "the title says \"\(title.excerpt)\"", "Remove the title, or give the image an alt that says as much.")
        }
        if let conflict = element.conflictWithDecoration {
            return verdict(
                "its \(conflict) makes browsers announce the image",
                "Remove the \(conflict), or give the image an alt that says what it is there for.")
        }
        if let control = element.surroundings.control, control.ownName == nil, element.role == .functionalAlone {
            return verdict(
                "the image is all that the \(control.word) holds, which has no name then",
                "Write an alt that names what the \(control.word) does.")
        }
        return nil
    }

    private func verdict(_ objection: String, _ nextStep: String) -> Classifier.Verdict {
        Classifier.Verdict(
            findingClass: .suspiciousAlt, reason: "The alt is empty, as a decoration's, but \(objection).",
            nextStep: nextStep)
    }
}
