// SPDX-License-Identifier: Apache-2.0

/// What the name or the claimed type of a source tells about its format, in order of usefulness.
///
/// Only an order to try sources in: what is in a file is decided by its bytes.
enum SourceFormat: CaseIterable {
    /// JPEG or PNG, which the caption service takes.
    case accepted
    /// Nothing is told.
    case unknown
    /// A format that the caption service does not take.
    case other

    /// Judges by the `type` of a `source` element where there is one, and else by the extension in the URL.
    init(type: String?, source: String) {
        let claim: String
        if let type, !type.isEmpty {
            claim = type.lowercased()
        } else {
            claim = PlaceholderSource.fileName(of: source).split(separator: ".").dropFirst().last?.lowercased() ?? ""
        }
        switch claim {
        case "jpg", "jpeg", "jpe", "jfif", "png", "image/jpeg", "image/jpg", "image/pjpeg", "image/png":
            self = .accepted
        case "webp", "avif", "gif", "svg", "svgz", "jxl", "heic", "heif", "bmp", "ico", "tif", "tiff", "apng":
            self = .other
        default: self = claim.hasPrefix("image/") ? .other : .unknown
        }
    }
}
