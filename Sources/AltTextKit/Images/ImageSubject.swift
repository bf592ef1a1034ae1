// SPDX-License-Identifier: Apache-2.0

/// What the source of an image leads to, before anybody looks at it.
enum ImageSubject: Hashable, Sendable {
    /// A file of the site.
    case file(SiteFile)
    /// An image elsewhere, with what identifies it in the catalog.
    case remote(key: String)
}
