// SPDX-License-Identifier: Apache-2.0

/// The caption in the catalog that was paid for where the image has another role: it describes the image in any.
///
/// It is asked last, since what an author wrote comes before what a machine did.
struct PaidCaptionSource: AltSource {
    private let captions: [String: [CaptionLength: String]]
    /// The images of which a person turned the caption down in some role.
    private let rejected: Set<String>
    private let policy: AltPlanner.Policy

    init(records: [CaptionRecord], policy: AltPlanner.Policy) {
        captions = records.captionsByImage
        rejected = Set(
            records.filter {
                $0.status == .rejected && $0.key.language == LanguageTag.ofCaptions && !$0.captions.isEmpty
            }
            .map(\.key.image))
        self.policy = policy
    }

    func answer(for use: ImageUse) -> AltAnswer? {
        guard use.role?.isDescribed == true, let image = use.image?.key,
            policy.languageMismatch.languagesToLookUp(for: use).contains(LanguageTag.ofCaptions),
            let caption = captions[image]?[use.captionLength ?? policy.lengths.text]
        else { return nil }
        guard !rejected.contains(image) else {
            return .withheld(
                reason: "A person rejected the caption in another role; write a text for this one into the catalog.")
        }
        return .text(caption, language: LanguageTag.ofCaptions, origin: .modelsLab)
    }
}
