// SPDX-License-Identifier: Apache-2.0

/// What the source of an image stands for.
public enum ImageReference: Hashable, Sendable {
    /// A file of the site.
    case file(SiteFile)
    /// An `http` or `https` URL of another site, or of a part of this one that is not under the root.
    case remote(WebURL)
    /// An image in the page itself.
    case data(DataURL)
    /// Nothing that could be looked at.
    case unresolvable(UnresolvableReason)
}
