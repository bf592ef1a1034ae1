// SPDX-License-Identifier: Apache-2.0

/// The image of a caption request, as a captioner can have it.
public enum CaptionImage: Sendable {
    /// A public `http` or `https` URL that the service fetches itself.
    case url(String)
    /// A PNG or JPEG without a public URL, to be uploaded first; only with the user's consent (`--upload`).
    case upload(bytes: [UInt8], mediaType: String)
}

/// One question to a captioner.
public struct CaptionRequest: Sendable {
    /// The image to describe.
    public let image: CaptionImage
    /// How much the caption is to say.
    public let length: CaptionLength
    /// What messages call the image: its path in the site, or its URL.
    public let name: String
    /// The id of a job that was submitted before with this question, as far as one can trust who wrote it down; `nil` where
    /// there is none.
    public let earlierJob: String?
    /// Takes the id of a job that goes on behind the service's answer, and returns once a later run can know it.
    public let jobBegan: @Sendable (String) async -> Void

    /// A question about an image, which messages call `name`.
    public init(
        image: CaptionImage, length: CaptionLength, name: String, earlierJob: String? = nil,
        jobBegan: @escaping @Sendable (String) async -> Void = { _ in }
    ) {
        self.image = image
        self.length = length
        self.name = name
        self.earlierJob = earlierJob
        self.jobBegan = jobBegan
    }
}
