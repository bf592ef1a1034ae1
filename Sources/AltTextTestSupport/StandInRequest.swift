// SPDX-License-Identifier: Apache-2.0

/// One request that a stand-in received.
public struct StandInRequest: Hashable, Sendable {
    /// What was asked for.
    public enum Endpoint: String, Hashable, Sendable {
        case caption
        case fetch
        case upload
        /// The text file of a result.
        case file
        /// Any other path, such as the target of a redirect.
        case elsewhere
    }

    /// What was asked for.
    public let endpoint: Endpoint
    /// The path and query of the request.
    public let path: String
    /// `init_image` of a caption request; the job's image for a fetch; the uploaded image's URL path for an upload.
    public internal(set) var image: String?
    /// `length` of a caption request.
    public internal(set) var length: String?
    /// `webhook` of a caption request.
    public internal(set) var webhook: String?
    /// Whether the right key was in the body.
    public internal(set) var hasRightKey = false
    /// Whether the key was anywhere: in path, headers, or the first and last 4 KiB of the body.
    public let mentionsKey: Bool
}
