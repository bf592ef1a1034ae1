// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D13: An empty alt says that the image is decoration; a title, a name, focus or an otherwise empty link speaks against it.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/html/H67>, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F89>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/46ca7f/proposed/>
struct DecorationRule: FindingRule {
    let id = "D13"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.kind == .img, element["alt"]?.isEmpty == true, element.isPerceivable,
            let (objection, nextStep) = Self.objection(to: element)
        else { return nil }
        return Classifier.Verdict(
            findingClass: .suspiciousAlt, reason: "The alt is empty, as a decoration's, but \(objection).",
            nextStep: nextStep)
    }

    /// What speaks against an empty alt, as the end of a sentence, and what to do about it; `nil` where nothing does.
    static func objection(to element: ImageElement) -> (objection: String, nextStep: String)? {
        if let title = element["title"], !element.isBlank("title") {
            return (
                "the title says \"\(title.excerpt)\"", "Remove the title, or give the image an alt that says as much."
            )
        }
        if let conflict = element.conflictWithDecoration {
            return (
                "its \(conflict) makes browsers announce the image",
                "Remove the \(conflict), or give the image an alt that says what it is there for."
            )
        }
        if let control = element.surroundings.control, control.ownName == nil, element.role == .functionalAlone {
            return (
                "the image is all that the \(control.word) holds, which has no name then",
                "Write an alt that names what the \(control.word) does."
            )
        }
        return nil
    }
}
