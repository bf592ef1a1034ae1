// SPDX-License-Identifier: Apache-2.0

/// Image files as bytes.
public enum ImageFile {
    /// Reads the header and the embedded text of an image file.
    ///
    /// Depends on nothing but the bytes, opens nothing, and takes time linear in their number. What a damaged or
    /// hostile file claims about itself is never trusted: where it cannot be read, there is simply no header or text.
    public static func inspect(_ bytes: [UInt8]) -> ImageInspection {
        let content = ByteView(bytes)
        guard let format = ImageFormat(content: content) else {
            return ImageInspection(header: nil, embedded: .none)
        }
        if format == .svg {
            let document = SVGDocument(content)
            return ImageInspection(
                header: ImageHeader(format: format, size: document.size),
                embedded: document.embedded
            )
        }
        return ImageInspection(
            header: ImageHeader(reading: content, format: format),
            embedded: embedded(in: content, format: format)
        )
    }

    private static func embedded(in content: ByteView, format: ImageFormat) -> EmbeddedText {
        guard let packet = XMPPacket.find(in: content, format: format) else { return .none }
        let text = XMPText(packet: packet, in: content, format: format)
        return EmbeddedText(
            origin: .xmp,
            alternatives: text.alternatives,
            extendedDescriptions: text.extendedDescriptions
        )
    }
}
