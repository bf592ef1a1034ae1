// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// What the URLs in a page are read with: the URL that they are relative to, and the page's encoding.
///
/// HTML: <https://html.spec.whatwg.org/multipage/urls-and-fetching.html#encoding-parsing-a-url>
public struct DocumentBase: Hashable, Sendable {
    /// The document base URL.
    let url: WebURL
    /// The encoding in which browsers write the queries of the page's URLs.
    let encoding: PageEncoding

    /// The URL that a reference of the page stands for; `nil` where it stands for none.
    func url(of reference: String) -> WebURL? {
        WebURL(reference, base: url, encoding: encoding)
    }
}
