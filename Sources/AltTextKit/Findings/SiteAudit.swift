// SPDX-License-Identifier: Apache-2.0

internal import OrderedCollections

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

/// One image in one role, with all its places.
public struct Finding: Sendable {
    /// The places, in page order, then document order; at least one.
    public let uses: [ImageUse]

    /// The first place, which stands for the finding in short reports.
    public var first: ImageUse { uses[0] }

    public var findingClass: FindingClass { first.findingClass }
    public var level: Level { first.level }

    /// What makes two places one finding.
    private struct Identity: Hashable {
        let image: String?
        let findingClass: FindingClass
        let role: Role?
        let language: String
        let reason: String?
    }

    static func grouping(_ uses: [ImageUse]) -> [Finding] {
        let groups = OrderedDictionary(grouping: uses) { use in
            // A twin belongs to the image that it is the copy of. An alt that is bad is bad in its own way.
            let findingClass = use.findingClass == .twin ? (use.role?.findingClass ?? .twin) : use.findingClass
            return Identity(
                image: use.image?.key ?? use.image?.name, findingClass: findingClass, role: use.role,
                language: use.role == nil ? "" : use.language,
                reason: use.findingClass == .suspiciousAlt ? use.reason : nil)
        }
        return groups.values.map { uses in
            // The copy in a noscript may come first; the image itself stands for both.
            Finding(uses: uses.filter { $0.findingClass != .twin } + uses.filter { $0.findingClass == .twin })
        }
    }
}

extension Role {
    /// The class of an image in this role of which nothing else is to be said.
    fileprivate var findingClass: FindingClass {
        switch self {
        case .content: .content
        case .figureCaptioned: .figureCaptioned
        case .functionalAlone: .functionalAlone
        case .functionalWithText: .functionalWithText
        }
    }
}
