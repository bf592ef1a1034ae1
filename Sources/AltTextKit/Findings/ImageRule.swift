// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// An exception that a site makes for some of its images.
///
/// It is for the images that meet all three conditions. An empty condition is met by every image.
public struct ImageRule: Hashable, Sendable {
    /// What images can be taken for, whatever their pages say.
    public enum Treatment: String, CaseIterable, Sendable {
        /// They are described, also where a link or button is around them.
        case content
        /// They say nothing, and get an empty alt.
        case decorative
    }

    /// Patterns of the path relative to the root, or of the URL; one has to match. `*` stands for any text, `/` included.
    public var images: [String]
    /// Patterns of the page's path relative to the root; one has to match.
    public var pages: [String]
    /// Words of the `class` attribute of the image itself; one has to be there.
    public var classes: [String]

    /// Which caption becomes the alt; `nil` for the run's choice.
    public var length: CaptionLength?
    /// What the images are taken for; `nil` for what their pages say.
    public var treatment: Treatment?
    /// Whether the images are left out of everything; `nil` where the rule does not say.
    public var isExcluded: Bool?

    /// A rule for the images that meet the conditions.
    public init(
        images: [String] = [], pages: [String] = [], classes: [String] = [], length: CaptionLength? = nil,
        treatment: Treatment? = nil, isExcluded: Bool? = nil
    ) {
        self.images = images
        self.pages = pages
        self.classes = classes
        self.length = length
        self.treatment = treatment
        self.isExcluded = isExcluded
    }

    func applies(to element: ImageElement, image: SiteImage?, onPage page: FilePath) -> Bool {
        func isMet(_ patterns: [String], by text: String?) -> Bool {
            patterns.isEmpty || patterns.contains { pattern in text.map { Glob.matches(pattern, $0) } ?? false }
        }
        let words = Set((element["class"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
        return isMet(images, by: image?.name ?? element["src"]) && isMet(pages, by: page.string)
            && (classes.isEmpty || !words.isDisjoint(with: classes))
    }
}

extension [ImageRule] {
    /// What the rules that apply to an image come to: of two that say something on the same matter the later one counts.
    func combined(for element: ImageElement, image: SiteImage?, onPage page: FilePath) -> ImageRule {
        reduce(into: ImageRule()) { result, rule in
            guard rule.applies(to: element, image: image, onPage: page) else { return }
            result.length = rule.length ?? result.length
            result.treatment = rule.treatment ?? result.treatment
            result.isExcluded = rule.isExcluded ?? result.isExcluded
        }
    }
}

extension Classifier {
    /// The verdict on an element of which the site's rules say something.
    static func verdict(on element: ImageElement, image: SiteImage?, treatment: ImageRule.Treatment?) -> Verdict? {
        guard let treatment, element["alt"] == nil else { return verdict(on: element, image: image) }
        switch treatment {
        case .content:
            var element = element
            element.surroundings.control = nil
            return verdict(on: element, image: image)
        case .decorative:
            guard let verdict = verdict(on: element, image: image), let role = verdict.role else {
                return verdict(on: element, image: image)
            }
            let obstacle: String? =
                switch role {
                case .functionalAlone: "the link or button would be left without a name"
                case .figureCaptioned: "it has a caption"
                case .content, .functionalWithText:
                    element.conflictWithDecoration.map { "its \($0) makes browsers announce it" }
                }
            guard let obstacle else {
                return Verdict(
                    findingClass: .pixel, role: nil, reason: "The site's rules say that the image is decoration.")
            }
            return Verdict(
                findingClass: verdict.findingClass, role: role,
                reason: "\(verdict.reason) The site's rules say that it is decoration, but \(obstacle).")
        }
    }
}
