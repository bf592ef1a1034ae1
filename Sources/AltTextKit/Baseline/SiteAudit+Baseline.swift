// SPDX-License-Identifier: Apache-2.0

extension SiteAudit {
    /// How much a baseline left out of an audit.
    public struct Known: Hashable, Sendable {
        /// How many findings are known.
        public let findingCount: Int
        /// How many places they have.
        public let placeCount: Int
    }

    /// The audit without what a baseline knows.
    public func removing(_ baseline: Baseline) -> SiteAudit {
        var known: [ImageUse] = []
        let pages = self.pages.compactMap { page -> PageAudit? in
            var page = page
            page.uses.removeAll { use in
                guard baseline.contains(use) else { return false }
                known.append(use)
                return true
            }
            return page.uses.isEmpty ? nil : page
        }
        var audit = SiteAudit(root: root, pages: pages, pageCount: pageCount, problems: problems)
        audit.known = Known(findingCount: Finding.grouping(known).count, placeCount: known.count)
        return audit
    }
}
