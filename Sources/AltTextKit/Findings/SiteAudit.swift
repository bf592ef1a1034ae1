// SPDX-License-Identifier: Apache-2.0

/// What was found in a site.
public struct SiteAudit: Sendable {
    /// The pages that could be read, in the order of their paths.
    public let pages: [PageAudit]
    /// The pages that could not.
    public let problems: [PageProblem]

    /// All places, in page order, then document order.
    public var uses: [ImageUse] { pages.flatMap(\.uses) }

    /// How many `img` elements the pages have.
    public var imageCount: Int { pages.reduce(0) { $0 + $1.imageCount } }

    /// The places, those of one image in one role made into one finding; in the order of their first places.
    public var findings: [Finding] { Finding.grouping(uses) }
}
