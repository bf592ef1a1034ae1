// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The body of `POST /api/v6/base64_to_url`, which makes a local image public for 24 hours.
struct UploadWireRequest: Encodable, Sendable {
    /// The path below the origin.
    static let path = "/api/v6/base64_to_url"
    /// How many bytes an image may have.
    ///
    /// The documentation says 5 MB, and not of what: counted here before the encoding makes a third more of it.
    static let largestImage = 5_000_000
    /// The types that the service describes.
    static let mediaTypes: Set<String> = ["image/png", "image/jpeg"]

    let key: String
    let image: String

    init(key: String, image: [UInt8], mediaType: String) {
        self.key = key
        self.image = "data:\(mediaType);base64,\(Data(image).base64EncodedString())"
    }

    private enum CodingKeys: String, CodingKey {
        case key
        case image = "base64_string"
    }
}
