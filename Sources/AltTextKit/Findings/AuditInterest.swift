// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Tells of the tags of a page, in their order, which can be findings, before anything is known of what is around them.
struct AuditInterest {
    /// The images with a text that are near the end of what was asked about so far.
    private var recent: [(tag: Range<Int>, alt: String)] = []

    /// How much an audit has to know of an element. Whatever a rule finds, it has to be of interest here.
    mutating func interest(in element: ImageElement, mayHaveCaption: Bool) -> ImageScanner.Interest {
        guard let alt = element["alt"] else { return .surroundings }
        if element.kind != .img {
            let isOfInterest =
                element.isBlank("alt") || mayHaveCaption || AltGlance.suspects(alt, imageName: element["src"])
            return isOfInterest ? .surroundings : .none
        }
        // Decoration is what an author says, unless the rest of the tag or the link around it says otherwise (D3, D13).
        if element.isBlank("alt") { return .element }
        recent.removeAll { !$0.tag.isNear(element.tag) }
        // Tags that go on for the rest of the page are near to all that follow: not worth to be told apart.
        let isRepeated = recent.count > 100 || recent.contains { $0.alt == alt }
        recent.append((element.tag, alt))
        return mayHaveCaption || isRepeated || AltGlance.suspects(alt, imageName: element["src"]) ? .element : .none
    }
}
