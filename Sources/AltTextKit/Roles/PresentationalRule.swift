// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// D5: The role `none` or `presentation` says that the image is decoration, unless something else makes browsers expose it.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F38>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/46ca7f/proposed/>
struct PresentationalRule: FindingRule {
    let id = "D5"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        guard element.lacksAlt, element.hasDecorationRole, element.conflictWithDecoration == nil else { return nil }
        let control = element.surroundings.control
        if let control, element.role == .functionalAlone, control.ownName == nil {
            return Classifier.Verdict(
                findingClass: .presentational,
                reason: "Its role says that the image is decoration, but it is all that the \(control.word) holds, "
                    + "which has no name then.",
                nextStep: "Remove the role and write an alt that names what the \(control.word) does.")
        }
        return Classifier.Verdict(
            findingClass: .presentational,
            reason: "Its role says that the image is decoration; validators want alt=\"\" all the same.")
    }
}
