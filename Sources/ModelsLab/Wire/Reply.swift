// SPDX-License-Identifier: Apache-2.0

/// An HTTP response, body and all.
struct Reply: Sendable {
    /// The HTTP status code.
    let status: Int
    /// The value of `Retry-After`.
    var retryAfter: String?
    /// The value of `Content-Type`.
    var contentType: String?
    let body: [UInt8]

    /// Whether the status code says that the request was served; the body may still say otherwise.
    var isOK: Bool { 200..<300 ~= status }

    /// Whether the body is text at all, and not compressed, an image or noise.
    var isText: Bool {
        String(validating: body, as: UTF8.self) != nil
            && !body.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    }

    /// The body as text, for messages that show its beginning.
    var text: String { String(decoding: body, as: UTF8.self) }
}
