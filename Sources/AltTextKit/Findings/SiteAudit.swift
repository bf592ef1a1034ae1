// SPDX-License-Identifier: Apache-2.0

/// What was found in a site.
public struct SiteAudit: Sendable {
    /// The pages on which something was found, in the order of their paths.
    public let pages: [PageAudit]
    /// How many pages were read.
    public let pageCount: Int
    /// The pages that could not be read, and what kept pages from being found.
    public let problems: [PageProblem]

    /// All places, in page order, then document order.
    public var uses: [ImageUse] { pages.flatMap(\.uses) }

    /// The places, those of one image in one role made into one finding; in the order of their first places.
    public var findings: [Finding] { Finding.grouping(uses) }
}
