// SPDX-License-Identifier: Apache-2.0

/// The kinds of image file that are told apart, by content and never by name.
public enum ImageFormat: String, CaseIterable, Hashable, Sendable {
    case jpeg
    case png
    case gif
    case webp
    case svg
    case avif
    case heic
    case tiff
    case bmp
    case ico
    case jxl
    case jpeg2000

    /// The format of a file with these bytes; `nil` for what is none of them, a compressed SVG (`.svgz`) included.
    public init?(_ bytes: [UInt8]) {
        self.init(content: ByteView(bytes))
    }

    init?(content: ByteView) {
        if let format = Self.signed(content) ?? Self.isoMedia(content) {
            self = format
        } else if SVGDocument.isSVG(content) {
            self = .svg
        } else {
            return nil
        }
    }

    /// The media type as registered with IANA.
    public var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .svg: "image/svg+xml"
        case .avif: "image/avif"
        case .heic: "image/heic"
        case .tiff: "image/tiff"
        case .bmp: "image/bmp"
        case .ico: "image/vnd.microsoft.icon"
        case .jxl: "image/jxl"
        case .jpeg2000: "image/jp2"
        }
    }

    /// What messages call it, such as `WebP`.
    public var name: String {
        switch self {
        case .jpeg: "JPEG"
        case .png: "PNG"
        case .gif: "GIF"
        case .webp: "WebP"
        case .svg: "SVG"
        case .avif: "AVIF"
        case .heic: "HEIC"
        case .tiff: "TIFF"
        case .bmp: "BMP"
        case .ico: "ICO"
        case .jxl: "JPEG XL"
        case .jpeg2000: "JPEG 2000"
        }
    }

    /// Whether the caption service takes it: PNG and JPEG only.
    public var isAcceptedByCaptioner: Bool {
        self == .jpeg || self == .png
    }

    /// The formats that begin with a fixed signature.
    private static func signed(_ content: ByteView) -> ImageFormat? {
        if content.has([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if content.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if content.hasASCII("GIF87a") || content.hasASCII("GIF89a") { return .gif }
        if content.hasASCII("RIFF"), content.hasASCII("WEBP", at: 8) { return .webp }
        if content.has([0x49, 0x49, 0x2A, 0]) || content.has([0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        if content.has([0x49, 0x49, 0x2B, 0]) || content.has([0x4D, 0x4D, 0, 0x2B]) { return .tiff }
        if content.has([0xFF, 0x0A]) || content.has([0, 0, 0, 12] + Array("JXL \r\n".utf8) + [0x87, 0x0A]) {
            return .jxl
        }
        if content.has([0xFF, 0x4F, 0xFF, 0x51]) || content.has([0, 0, 0, 12] + Array("jP  \r\n".utf8) + [0x87, 0x0A]) {
            return .jpeg2000
        }
        // "BM" begins many a text: the size of the information header behind it must be one that exists.
        if content.hasASCII("BM"),
            [12, 16, 40, 52, 56, 64, 108, 124].contains(content.integer(at: 14, width: 4, .littleEndian))
        {
            return .bmp
        }
        // An icon (1) or a cursor (2) with at least one picture.
        if content.has([0, 0, 1, 0]) || content.has([0, 0, 2, 0]),
            let pictures = content.integer(at: 4, width: 2, .littleEndian)
        {
            return pictures > 0 ? .ico : nil
        }
        return nil
    }

    /// AVIF and HEIC, which are told apart by the brands in the file type box (ISO/IEC 14496-12, 4.3).
    private static func isoMedia(_ content: ByteView) -> ImageFormat? {
        guard content.hasASCII("ftyp", at: 4), let size = content.integer(at: 0, width: 4) else { return nil }
        let box = content.view(from: 0, upTo: min(size, 256))
        let brands = stride(from: 8, to: box.count - 3, by: 4).compactMap { offset in
            offset == 12 ? nil : box.view(at: offset, count: 4)?.text
        }
        if brands.contains(where: { ["avif", "avis"].contains($0) }) { return .avif }
        let highEfficiency = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"]
        return brands.contains(where: highEfficiency.contains) ? .heic : nil
    }
}
