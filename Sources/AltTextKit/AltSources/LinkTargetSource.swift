// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// The name of what a link leads to, for an image that is all the link holds.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
struct LinkTargetSource: AltSource {
    let titles: PageTitles
    let siteName: SiteName

    func answer(for use: ImageUse) -> AltAnswer? {
        switch use.role {
        case .functionalAlone:
            guard let control = use.control else { return nil }
            if let name = control.ownName { return .text(name, language: use.language, origin: .linkTarget) }
            // The title of the page would be a wrong name for a part of it.
            guard let href = control.href, !Self.staysOnPage(href) else { return nil }
            if let title = titles.title(ofTarget: href, against: use.base) {
                return .text(siteName.removed(from: title.text), language: title.language, origin: .linkTarget)
            }
            // The name of a host is in no language.
            return titles.host(ofTarget: href, against: use.base).map {
                .text($0, language: "", origin: .linkTarget)
            }
        case .functionalWithText:
            return .withheld(
                reason:
                    "The text beside it may say everything: mark the image decorative in the catalog, or write its alt."
            )
        case .content, .figureCaptioned, nil:
            return nil
        }
    }

    private static func staysOnPage(_ href: String) -> Bool {
        let first = href.first { !$0.isWhitespace }
        return first == nil || first == "#"
    }
}
