// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit

/// The body of `POST /api/v6/image_editing/caption`.
///
/// <https://docs.modelslab.com/image-editing/caption>. The vendor's schema also lists `prompt` as required, without
/// describing it: a slip of the copyist, which is not sent.
struct CaptionWireRequest: Encodable, Sendable {
    /// The path below the origin.
    static let path = "/api/v6/image_editing/caption"

    let key: String
    /// A public URL of a PNG or JPEG.
    let initImage: String
    /// Always sent, since the vendor's pages disagree on whether it may be left out.
    let length: CaptionLength
    /// Whether the answer comes in Base64; what that does to text is undocumented.
    var base64 = false
    /// A public `https` URL that is told the result as well; left out if `nil`.
    var webhook: String?
    /// What the webhook's message repeats; left out if `nil`.
    var trackID: Int?

    private enum CodingKeys: String, CodingKey {
        case key
        case initImage = "init_image"
        case length
        case base64
        case webhook
        case trackID = "track_id"
    }
}
