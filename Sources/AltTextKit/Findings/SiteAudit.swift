// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// What was found in a site.
public struct SiteAudit: Sendable {
    /// The folder of the site.
    public let root: FilePath
    /// The pages on which something was found, in the order of their paths.
    public let pages: [PageAudit]
    /// How many pages were read.
    public let pageCount: Int
    /// The pages that could not be read, and what kept pages from being found.
    public let problems: [PageProblem]

    /// The places, those of one image in one role made into one finding; in the order of their first places.
    public let findings: [Finding]

    /// What was left out because it is known; `nil` where there is no baseline.
    public internal(set) var known: Known?

    init(root: FilePath, pages: [PageAudit], pageCount: Int, problems: [PageProblem]) {
        self.root = root
        self.pages = pages
        self.pageCount = pageCount
        self.problems = problems
        findings = Finding.grouping(pages.map(\.uses).joined())
    }

    /// All places, in page order, then document order. They are not copied.
    public var uses: FlattenSequence<[[ImageUse]]> { pages.map(\.uses).joined() }
}
