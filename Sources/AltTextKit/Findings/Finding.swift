// SPDX-License-Identifier: Apache-2.0

internal import OrderedCollections

/// One image in one role, with all its places.
public struct Finding: Sendable {
    /// The places, in page order, then document order; at least one.
    public let uses: [ImageUse]

    /// The place that stands for the finding in short reports: the first that is no twin.
    public let first: ImageUse

    /// What kind of case the finding is.
    public var findingClass: FindingClass { first.findingClass }
    /// How much the finding weighs.
    public var level: Level { first.level }

    /// What makes its places one finding.
    var identity: Identity { Identity(first) }

    /// What makes two places one finding.
    struct Identity: Hashable {
        let image: String?
        let findingClass: FindingClass
        let role: Role?
        let language: String
        let reason: String?
    }

    static func grouping(_ uses: some Sequence<ImageUse>) -> [Finding] {
        var places: OrderedDictionary<Identity, [ImageUse]> = [:]
        for use in uses { places[Identity(use), default: []].append(use) }
        return places.values.map { uses in
            Finding(uses: uses, first: uses.first { $0.findingClass != .twin } ?? uses[0])
        }
    }
}

extension Finding.Identity {
    init(_ use: ImageUse) {
        image = use.image?.key ?? use.image?.name
        findingClass = use.ownClass
        role = use.role
        language = use.role == nil ? "" : use.language
        // An alt that is bad is bad in its own way, and an area has no image to know it by.
        reason = use.findingClass == .suspiciousAlt || use.findingClass == .area ? use.reason : nil
    }
}
