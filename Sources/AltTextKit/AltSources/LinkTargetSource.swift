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
            guard let href = control.href else { return nil }
            if let title = titles.title(ofTarget: href, onPage: use.page, baseHref: use.baseHref) {
                return .text(siteName.removed(from: title.text), language: title.language, origin: .linkTarget)
            }
            guard let url = WebURL(href), url.isHTTP, let host = url.host else { return nil }
            // The name of a host is in no language.
            return .text(host.description, language: "", origin: .linkTarget)
        case .functionalWithText:
            return .withheld(
                reason: "The text beside it may say everything: mark the image decorative in the catalog, or write its alt.")
        case .content, .figureCaptioned, nil:
            return nil
        }
    }
}
