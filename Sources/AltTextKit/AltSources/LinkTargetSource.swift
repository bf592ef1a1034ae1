// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// F2: The name of what a link leads to, for an image that is all the link holds. F3: beside text, nothing is written.
///
/// Buttons have no target that could name them: those are left to a person.
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
struct LinkTargetSource: AltSource {
    private let pages: PageTitles
    private let siteName: SiteName
    /// The titles that several pages have, so that none of these is told from the others by it.
    private let sharedTitles: Set<String>

    /// - Parameter titles: Those of all pages of the site, as often as they occur.
    init(pages: PageTitles, titles: [String]) {
        self.pages = pages
        siteName = SiteName(titles: titles)
        sharedTitles = Set(Dictionary(grouping: titles) { $0 }.filter { $0.value.count > 1 }.keys)
    }

    func answer(for use: ImageUse) -> AltAnswer? {
        switch use.role {
        case .functionalAlone:
            use.control.flatMap { name(of: $0, for: use) }.map {
                .text($0.text, language: $0.language, origin: .linkTarget)
            }
        case .functionalWithText:
            .withheld(
                reason:
                    "The text beside it may say everything: mark the image decorative in the catalog, or write its alt."
            )
        case .content, .figureCaptioned, nil:
            nil
        }
    }

    private func name(of control: Surroundings.Control, for use: ImageUse) -> PageTitles.Title? {
        if let name = control.ownName { return PageTitles.Title(text: name, language: use.language) }
        if let heading = control.targetHeading {
            return PageTitles.Title(text: Self.withoutPermalink(heading), language: use.language)
        }
        // The title of the page would be a wrong name for a part of it.
        guard let href = control.href, !Self.staysOnPage(href) else { return nil }
        let target = LinkTarget(href: href, base: use.base)
        // Addresses, the names of files and those of hosts are in no language.
        if let name = LinkAddress.name(of: href) ?? pages.file(at: target, download: control.download) {
            return PageTitles.Title(text: name, language: "")
        }
        if let name = pages.names(of: target).first(where: { !sharedTitles.contains($0.text) }) {
            return PageTitles.Title(text: siteName.removed(from: name.text), language: name.language)
        }
        return pages.host(of: target).map { PageTitles.Title(text: $0, language: "") }
    }

    private static func staysOnPage(_ href: String) -> Bool {
        let first = href.first { !$0.isWhitespace }
        return first == nil || first == "#"
    }

    /// A heading without the sign that links to it.
    private static func withoutPermalink(_ heading: String) -> String {
        var heading = heading[...]
        while let last = heading.last, "¶#§🔗 ".contains(last) { heading.removeLast() }
        return String(heading)
    }
}
