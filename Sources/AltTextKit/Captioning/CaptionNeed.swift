// SPDX-License-Identifier: Apache-2.0

internal import OrderedCollections

/// One image that a caption would be the answer for, wherever it is used.
public struct CaptionNeed: Sendable {
    /// The image to describe.
    public let image: SiteImage
    /// The first place of each role and language in which the text is wanted.
    let uses: [CaptionRecord.Key: ImageUse]
    /// Where the image was met first.
    public let first: ImageUse

    /// The images of a plan that need a caption, each once, in the order of their first places.
    public static func needs(of plan: AltPlan) -> [CaptionNeed] {
        let uses = plan.steps.filter { $0.decision == .needsCaption }.map(\.use)
        let groups = OrderedDictionary(grouping: uses) { $0.image?.key }
        return groups.compactMap { key, uses in
            guard let key, let image = uses[0].image else { return nil }
            let keys = uses.compactMap { use in
                use.role.map { role in
                    (CaptionRecord.Key(image: key, role: role.rawValue, language: LanguageTag.ofCaptions), use)
                }
            }
            return CaptionNeed(image: image, uses: Dictionary(keys) { first, _ in first }, first: uses[0])
        }
    }

    /// How a captioner can have the image; `nil` where it has no public URL and may not be uploaded.
    public func canBeAsked(allowingUpload: Bool) -> Bool {
        image.publicURL != nil || allowingUpload
    }
}
