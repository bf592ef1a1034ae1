// SPDX-License-Identifier: Apache-2.0

internal import OrderedCollections

/// One caption of one image that would be the answer, or part of it, wherever the image is used: what is paid for once.
public struct CaptionNeed: Sendable {
    /// The image to describe.
    public let image: SiteImage
    /// How much the caption is to say.
    public let length: CaptionLength
    /// Whether the caption becomes the alt; otherwise it is kept for the person who reviews that.
    let isText: Bool
    /// The first place of each role and language in which the caption is wanted.
    let uses: [CaptionRecord.Key: ImageUse]
    /// Where the image was met first.
    public let first: ImageUse

    private struct Question: Hashable {
        let image: String?
        let length: CaptionLength
    }

    /// The captions that a plan needs, each once, in the order of the images' first places.
    public static func needs(of plan: AltPlan) -> [CaptionNeed] {
        let wanted = plan.steps.flatMap { step in
            step.missingCaptions.map { length in
                (step.use, length, isText: step.decision == .needsCaption && length == step.missingCaptions.first)
            }
        }
        let groups = OrderedDictionary(grouping: wanted) { Question(image: $0.0.image?.key, length: $0.1) }
        return groups.compactMap { question, wanted in
            guard let key = question.image, let image = wanted[0].0.image else { return nil }
            let keys = wanted.compactMap { use, _, _ in
                use.role.map { role in
                    (CaptionRecord.Key(image: key, role: role.rawValue, language: LanguageTag.ofCaptions), use)
                }
            }
            return CaptionNeed(
                image: image, length: question.length, isText: wanted.contains(where: \.isText),
                uses: Dictionary(keys) { first, _ in first }, first: wanted[0].0)
        }
    }

    /// How a captioner can have the image; `nil` where it has no public URL and may not be uploaded.
    public func canBeAsked(allowingUpload: Bool) -> Bool {
        image.publicURL != nil || allowingUpload
    }
}
