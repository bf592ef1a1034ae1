// SPDX-License-Identifier: Apache-2.0

/// What the bytes of an image file tell without being decompressed.
public struct ImageInspection: Hashable, Sendable {
    /// The format and size; `nil` for what is no image of a known format.
    public let header: ImageHeader?
    /// The text alternatives that an author wrote into the file.
    public let embedded: EmbeddedText

    init(header: ImageHeader?, embedded: EmbeddedText) {
        self.header = header
        self.embedded = embedded
    }
}
