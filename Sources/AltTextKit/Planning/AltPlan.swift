// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
public import SystemPackage

/// What is to be done on all pages; `diff` shows it and `fix` does it.
public struct AltPlan: Sendable {
    /// A place with what is to be done there.
    public struct Step: Sendable {
        /// The place.
        public let use: ImageUse
        /// What is to be done there.
        public let decision: AltDecision
        /// The text that was found for it and is not fit; `nil` where there is none.
        public let rejection: Rejection?
        /// What a person should look at in the text that is inserted, as the end of a sentence that begins with the text;
        /// `nil` where that is nothing.
        public let advice: String?
        /// The captions of it that are wanted and not there, the one that becomes the alt first.
        public let missingCaptions: [CaptionLength]
    }

    /// A text that breaks a rule of hygiene, and so is not written.
    public struct Rejection: Hashable, Sendable {
        /// The text, cleaned.
        public let text: String
        /// The primary subtag of its language; empty where nobody says which it is.
        let language: String
        /// Where it comes from.
        public let origin: AltOrigin
        /// What is wrong with it, as the end of a sentence that begins with the text.
        public let problem: String
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
            var texts: [Int: String] = [:]
            let steps = page.uses.map { use in
                let step = planner.step(
                    for: use, precedingAlt: use.precedingImage.flatMap { $0.alt ?? texts[$0.offset] })
                if case .insert(let insertion, _) = step.decision { texts[use.offset] = insertion.text }
                return step
            }
            return Page(audit: page, steps: steps)
        }
    }
}
