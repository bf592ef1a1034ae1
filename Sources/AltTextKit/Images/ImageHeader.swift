// SPDX-License-Identifier: Apache-2.0

/// What the header of an image file says about the image.
public struct ImageHeader: Hashable, Sendable {
    /// The format, told by the content.
    public let format: ImageFormat
    /// The width in pixels as stored, before any rotation by EXIF; `nil` where the header does not tell, or tells 0.
    public let width: Int?
    /// The height in pixels as stored, before any rotation by EXIF; `nil` where the header does not tell, or tells 0.
    public let height: Int?
    /// Whether no pixel can be seen; `nil` where that was not found out.
    ///
    /// It is found out of a GIF and a PNG of up to 4,096 pixels; and of a PNG of any size that has no transparent colour,
    /// or no other.
    public let isFullyTransparent: Bool?

    init(format: ImageFormat, size: (width: Int, height: Int)? = nil, isFullyTransparent: Bool? = nil) {
        self.format = format
        self.width = size.flatMap { $0.width > 0 ? $0.width : nil }
        self.height = size.flatMap { $0.height > 0 ? $0.height : nil }
        self.isFullyTransparent = isFullyTransparent
    }

    /// Whether the image is one pixel wide and one high, as spacers and tracking pixels are.
    public var isSinglePixel: Bool {
        width == 1 && height == 1
    }

    /// Whether the image is known to be more than one pixel wide or high.
    var isLargerThanPixel: Bool {
        (width ?? 1) > 1 || (height ?? 1) > 1
    }

    /// Reads the header of a file of this format; an SVG's is read with its text, by `SVGDocument`.
    init(reading content: ByteView, format: ImageFormat) {
        switch format {
        case .jpeg: self.init(format: format, size: JPEGSegments.size(of: content))
        case .png:
            self.init(
                format: format,
                size: PNGChunks.size(of: content),
                isFullyTransparent: PNGPixels.isFullyTransparent(content)
            )
        case .gif:
            let gif = GIFBlocks(content)
            self.init(format: format, size: gif.size, isFullyTransparent: gif.isFullyTransparent)
        case .webp: self.init(format: format, size: WebPChunks.size(of: content))
        case .tiff: self.init(format: format, size: TIFFDirectory(content)?.size)
        case .avif, .heic: self.init(format: format, size: ISOMediaItems(content).size)
        case .bmp: self.init(format: format, size: Self.bitmapSize(of: content))
        case .ico: self.init(format: format, size: Self.iconSize(of: content))
        case .svg, .jxl, .jpeg2000: self.init(format: format)
        }
    }

    /// The size of a Windows bitmap, whose height is negative where its rows run from the top.
    private static func bitmapSize(of content: ByteView) -> (width: Int, height: Int)? {
        if content.integer(at: 14, width: 4, .littleEndian) == 12 {
            guard let width = content.integer(at: 18, width: 2, .littleEndian),
                let height = content.integer(at: 20, width: 2, .littleEndian)
            else { return nil }
            return (width, height)
        }
        guard let width = content.integer(at: 18, width: 4, .littleEndian),
            let height = content.integer(at: 22, width: 4, .littleEndian)
        else { return nil }
        return (width, Int(Int32(truncatingIfNeeded: height).magnitude))
    }

    /// The size of the largest picture in an icon, where 0 stands for 256.
    private static func iconSize(of content: ByteView) -> (width: Int, height: Int)? {
        let pictures = content.integer(at: 4, width: 2, .littleEndian) ?? 0
        let sizes = (0..<min(pictures, 256)).compactMap { index -> (width: Int, height: Int)? in
            guard let width = content.byte(at: 6 + 16 * index), let height = content.byte(at: 7 + 16 * index) else {
                return nil
            }
            return (width == 0 ? 256 : Int(width), height == 0 ? 256 : Int(height))
        }
        return sizes.max { $0.width * $0.height < $1.width * $1.height }
    }
}
