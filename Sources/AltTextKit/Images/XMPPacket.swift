// SPDX-License-Identifier: Apache-2.0

/// Where image files keep their XMP metadata.
///
/// XMP specification part 3: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
enum XMPPacket {
    /// The longest packet that is read, in bytes. Packets without depth maps or thumbnails have well under 1 MiB.
    static let maximumLength = XMLReader.maximumLength

    /// The XMP packet of a file of this format; `nil` where it has none, or one that is too long to read.
    ///
    /// An SVG's is part of the document itself and is read there.
    static func find(in content: ByteView, format: ImageFormat) -> [UInt8]? {
        let packet =
            switch format {
            case .jpeg: JPEGSegments.packet(in: content)
            case .png: PNGChunks.packet(in: content)
            case .gif: GIFBlocks(content).packet
            case .webp: WebPChunks.packet(in: content)
            case .tiff: TIFFDirectory(content)?.packet
            case .avif, .heic: ISOMediaItems(content).packet
            // A JPEG XL file is made of the same boxes as AVIF, unless it is a bare codestream.
            case .jxl: ISOMediaBoxes.first("xml ", in: content)?.array
            case .svg, .bmp, .ico, .jpeg2000: [UInt8]?.none
            }
        return packet.flatMap { $0.count <= maximumLength ? $0 : nil }
    }
}
