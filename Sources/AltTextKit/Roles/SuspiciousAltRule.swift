// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T1 to T4: An alt that is there and that the hygiene of alt texts speaks against. It is reported, never changed.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F30>
struct SuspiciousAltRule: FindingRule {
    let id = "T1"

    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict? {
        // An alt that nobody hears names nothing.
        guard let alt = element["alt"], !element.isBlank("alt"), element.isPerceivable, element.ariaName == nil,
            !element.hasDecorationRole || element.conflictWithDecoration != nil, !Self.namesDownload(alt, element),
            let problem = AltTextHygiene.problem(withAltOf: element, imageName: element["src"])
        else { return nil }
        let (repetition, place) = (RepeatedAltRule(), AltTextPlace(of: element, imageName: nil))
        return Classifier.Verdict(
            findingClass: .suspiciousAlt, reason: "The alt \"\(alt.excerpt)\" \(problem).",
            nextStep: repetition.problem(with: alt, at: place) == problem ? repetition.nextStep(at: place) : nil)
    }

    /// Whether the alt is the name of the file that the link around the image offers for saving: there, it is the right one.
    ///
    /// ACT: <https://act-rules.github.io/rules/9eb3f6#passed-example-2>
    private static func namesDownload(_ alt: String, _ element: ImageElement) -> Bool {
        guard let control = element.surroundings.control, control.download != nil, let href = control.href else {
            return false
        }
        return ImageName.file(of: href).name == alt.lowercased()
    }
}
