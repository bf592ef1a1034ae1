// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// Decides what kind of case an image is, by the rules of alt text.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F65>;
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/>
public enum Classifier {
    /// The class of an image, what it is there for, and why.
    public struct Verdict: Hashable, Sendable {
        /// What kind of case it is.
        public let findingClass: FindingClass
        /// What the image is there for; `nil` where no text is ever written for it.
        public let role: Role?
        /// Why, as one plain sentence.
        public let reason: String
    }

    /// The verdict on an element; `nil` where there is nothing to find.
    public static func verdict(on element: ImageElement, image: SiteImage?) -> Verdict? {
        switch element.kind {
        case .inputImage: verdict(onInput: element) ?? verdict(onGivenAltOf: element, image: image)
        case .area: verdict(onArea: element) ?? verdict(onGivenAltOf: element, image: nil)
        case .img:
            if let alt = element["alt"] {
                verdict(on: element, alt: alt, image: image)
            } else {
                verdict(onMissingAlt: element, image: image)
            }
        }
    }

    /// What an image is there for, whether or not it has an alt.
    public static func role(of element: ImageElement) -> Role {
        let surroundings = element.surroundings
        if let control = surroundings.control, !Self.leadsToImage(control) {
            // Of several images that share a link, one bears its name (WAI tutorial on groups of images).
            return control.text.isEmpty && !surroundings.followsImageInControl ? .functionalAlone : .functionalWithText
        }
        if let figure = surroundings.figure, !figure.caption.isEmpty, figure.imageCount == 1 { return .figureCaptioned }
        return .content
    }

    // MARK: Without alt

    private static func verdict(onMissingAlt element: ImageElement, image: SiteImage?) -> Verdict {
        if let verdict = exemption(of: element) { return verdict }
        let role = role(of: element)
        // An empty alt on all that a link holds would leave the link without a name, so that is never a pixel.
        if role != .functionalAlone, let reason = PixelRule.reason(for: element, image: image) {
            return Verdict(findingClass: .pixel, role: nil, reason: reason)
        }
        switch role {
        case .functionalAlone:
            let name = element.surroundings.control?.kind == .button ? "button" : "link"
            return Verdict(
                findingClass: .functionalAlone, role: role,
                reason: "The image is all that the \(name) holds, so its alt has to say what the \(name) does.")
        case .functionalWithText:
            let text = shortened(element.surroundings.control?.text ?? "")
            let reason =
                text.isEmpty
                ? "Another image in the same link or button comes first, and bears its name."
                : "The link or button says \"\(text)\" beside the image."
            return Verdict(findingClass: .functionalWithText, role: role, reason: reason)
        case .content, .figureCaptioned:
            return verdict(onDescribed: element, role: role, image: image)
        }
    }

    private static func verdict(onDescribed element: ImageElement, role: Role, image: SiteImage?) -> Verdict {
        guard let image else {
            let reason = UnresolvableReason.noSource
            return Verdict(findingClass: .unresolvable, role: role, reason: reason.description)
        }
        let language = LanguageTag.primary(of: element.surroundings.language ?? "")
        let hasOwnText = hasText(image, inLanguageOf: element)
        switch image.problem {
        case .unsupportedFormat where hasOwnText:
            break
        case .unsupportedFormat(let name):
            return Verdict(
                findingClass: .unsupportedFormat, role: role,
                reason: SiteImage.Problem.unsupportedFormat(name).description)
        case .some(let problem):
            return Verdict(findingClass: .unresolvable, role: role, reason: problem.description)
        case nil:
            break
        }
        if !hasOwnText, !language.isEmpty, language != LanguageTag.ofCaptions {
            return Verdict(
                findingClass: .languageMismatch, role: role,
                reason:
                    "The text around the image is in \"\(language)\", captions are in \"\(LanguageTag.ofCaptions)\".")
        }
        if role == .figureCaptioned {
            return Verdict(
                findingClass: .figureCaptioned, role: role,
                reason: "The image has a caption, but a caption is no text alternative.")
        }
        return Verdict(findingClass: .content, role: role, reason: "The image has no text alternative.")
    }

    /// Whether the file carries a text that may stand on the page (T9).
    private static func hasText(_ image: SiteImage, inLanguageOf element: ImageElement) -> Bool {
        let tag = element.surroundings.language ?? ""
        guard let text = image.embedded.text(for: tag) else { return false }
        guard let language = text.language, !tag.isEmpty else { return true }
        return LanguageTag.primary(of: language) == LanguageTag.primary(of: tag)
    }

    /// The cases in which a missing alt is no failure, or none that a text could mend.
    private static func exemption(of element: ImageElement) -> Verdict? {
        let surroundings = element.surroundings
        if surroundings.isInTemplate {
            return Verdict(
                findingClass: .inert, role: nil, reason: "The image is in a template, which is no part of the page yet."
            )
        }
        if let evidence = surroundings.hidingEvidence {
            return Verdict(findingClass: .hidden, role: nil, reason: "The image is hidden by \(evidence).")
        }
        if isPresentational(element) {
            return Verdict(
                findingClass: .presentational, role: nil,
                reason: "Its role says that the image is decoration; validators want alt=\"\" all the same.")
        }
        if let name = otherName(of: element) {
            return Verdict(findingClass: .namedOtherwise, role: nil, reason: "The image is named by its \(name).")
        }
        return nil
    }

    /// Whether the role takes the image out of the accessibility tree; a focusable image stays in it (ACT 23a2a8, F38).
    private static func isPresentational(_ element: ImageElement) -> Bool {
        let role = element["role"]?.split(whereSeparator: \.isWhitespace).first?.lowercased()
        return (role == "none" || role == "presentation") && element["tabindex"] == nil
    }

    /// The attribute that names the image in place of an alt (F65).
    private static func otherName(of element: ImageElement) -> String? {
        if let label = element.surroundings.labelText, !isBlank(label) { return "aria-labelledby" }
        return ["aria-label", "title"].first { element[$0].map { !isBlank($0) } ?? false }
    }

    // MARK: With alt, and other elements

    private static func verdict(on element: ImageElement, alt: String, image: SiteImage?) -> Verdict? {
        guard !element.surroundings.isInTemplate, element.surroundings.hidingEvidence == nil else { return nil }
        if alt.isEmpty { return verdict(onDecoration: element) }
        if isBlank(alt) {
            guard !isPresentational(element) else { return nil }
            return Verdict(
                findingClass: .whitespaceAlt, role: nil,
                reason: "The alt is white space: neither a text nor the empty alt of a decoration.")
        }
        return verdict(onGivenAltOf: element, image: image)
    }

    private static func verdict(onGivenAltOf element: ImageElement, image: SiteImage?) -> Verdict? {
        guard isPerceivable(element), !isPresentational(element) else { return nil }
        let alt = (element["alt"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return AltTextHygiene.problem(withAltOf: element, imageName: image?.name ?? element["src"]).map {
            Verdict(findingClass: .suspiciousAlt, role: nil, reason: "The alt \"\(shortened(alt))\" \($0).")
        }
    }

    /// An empty alt says that the image says nothing; a title that says something speaks against it (H67).
    private static func verdict(onDecoration element: ImageElement) -> Verdict? {
        guard let title = element["title"], !isBlank(title) else { return nil }
        return Verdict(
            findingClass: .suspiciousAlt, role: nil,
            reason: "The alt is empty, as a decoration's, but the title says \"\(shortened(title))\".")
    }

    private static func verdict(onInput element: ImageElement) -> Verdict? {
        guard element["alt"].map(isBlank) ?? true, otherName(of: element) == nil, isPerceivable(element) else {
            return nil
        }
        return Verdict(
            findingClass: .inputImage, role: nil, reason: "The image button has no alt that says what it does.")
    }

    private static func verdict(onArea element: ImageElement) -> Verdict? {
        guard element["href"] != nil, element["alt"].map(isBlank) ?? true, otherName(of: element) == nil,
            isPerceivable(element)
        else { return nil }
        return Verdict(
            findingClass: .area, role: nil,
            reason:
                "The area of an image map that leads to \"\(shortened(element["href"] ?? ""))\" has no alt that says so."
        )
    }

    private static func isPerceivable(_ element: ImageElement) -> Bool {
        !element.surroundings.isInTemplate && element.surroundings.hidingEvidence == nil
    }

    // MARK: Small questions

    /// Whether a link leads to an image, such as the large version of the one it holds: then its content is what counts.
    private static func leadsToImage(_ control: Surroundings.Control) -> Bool {
        guard control.kind == .link, let href = control.href else { return false }
        let path = href.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return ImageName.extensions.contains { path.hasSuffix(".\($0)") }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.allSatisfy(\.isWhitespace)
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(59) + "…" : text
    }
}
