// SPDX-License-Identifier: Apache-2.0

/// What a scan finds in a page.
public struct ScannedPage: Sendable {
    /// The encoding in which the page was read, and in which text has to be inserted.
    public let encoding: PageEncoding
    /// The `lang` of the root element, else what a `meta` declares; `nil` where there is neither.
    public let language: String?
    /// The decoded `href` of the first `base` that has one; `nil` where there is none.
    public let baseHref: String?
    /// The text of the `title`, white space collapsed; `nil` where there is none.
    public let title: String?
    /// The text of the first `h1`, white space collapsed; `nil` where there is none.
    public let heading: String?
    /// The URL, as it is written, of the page that a `meta http-equiv=refresh` sends a browser on to; `nil` where none does.
    public let refreshHref: String?
    /// Everything that needs a text alternative, in document order; the contents of templates included.
    public let images: [ImageElement]

    /// The result of a scan.
    public init(
        encoding: PageEncoding, language: String?, baseHref: String?, title: String?, heading: String?,
        refreshHref: String? = nil, images: [ImageElement]
    ) {
        self.encoding = encoding
        self.language = language
        self.baseHref = baseHref
        self.title = title
        self.heading = heading
        self.refreshHref = refreshHref
        self.images = images
    }
}
