// SPDX-License-Identifier: Apache-2.0

/// How much a caption says.
public enum CaptionLength: String, CaseIterable, Codable, Hashable, Sendable {
    case short
    case normal
    case long
}

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

    /// A question about an image, which messages call `name`.
    public init(image: CaptionImage, length: CaptionLength, name: String) {
        self.image = image
        self.length = length
        self.name = name
    }
}

/// A service that describes images.
public protocol Captioner: Sendable {
    /// The caption as the service gave it, trimmed, never blank; hygiene is the caller's.
    ///
    /// Returns once the service has answered, however often it had to be asked. Bounds its own number of open jobs.
    func caption(for request: CaptionRequest) async throws(CaptionError) -> String
}

/// Why there is no caption.
public enum CaptionError: Error, Hashable, Sendable {
    /// The key was refused, or is missing. Ends the run.
    case unauthorized(String)
    /// No credit is left, or the plan does not include captions. Ends the run.
    case outOfCredit(String)
    /// The service cannot use this image or request; asking again would not help.
    case rejected(String)
    /// The service still limits the rate after all retries.
    case rateLimited(String)
    /// The service could not be reached, or answered with a server error or with something unreadable, after all retries.
    case unavailable(String)
    /// The job was accepted but its result did not come in time. `jobID` can be fetched later.
    case timedOut(jobID: String?, String)
    /// The job ended without a caption: it failed, or the answer held no text.
    case failed(String)
    /// The run was cancelled.
    case cancelled

    /// Whether no other image can fare better, so that the whole run has to stop.
    public var endsRun: Bool {
        switch self {
        case .unauthorized, .outOfCredit, .cancelled: true
        case .rejected, .rateLimited, .unavailable, .timedOut, .failed: false
        }
    }
}
