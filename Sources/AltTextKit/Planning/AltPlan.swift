// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// What is to be done on all pages; `diff` shows it and `fix` does it.
public struct AltPlan: Sendable {
    /// A place with what is to be done there.
    public struct Step: Sendable {
        /// The place.
        public let use: ImageUse
        /// What is to be done there.
        public let decision: AltDecision
    }

    /// The steps on one page, in document order.
    public struct Page: Sendable {
        let audit: PageAudit
        /// The steps, in document order.
        public let steps: [Step]

        /// The path relative to the root.
        public var path: FilePath { audit.page }

        /// How many attributes are to be inserted.
        public var insertionCount: Int {
            steps.count { if case .insert = $0.decision { true } else { false } }
        }
    }

    /// The pages on which something was found.
    public let pages: [Page]

    /// All steps, in page order, then document order.
    public var steps: [Step] { pages.flatMap(\.steps) }

    /// Plans the audited pages.
    public init(for audit: SiteAudit, by planner: AltPlanner) {
        pages = audit.pages.filter { !$0.uses.isEmpty }.map { page in
            Page(audit: page, steps: page.uses.map { Step(use: $0, decision: planner.decision(for: $0)) })
        }
    }
}
