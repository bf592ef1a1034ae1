// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Names of image files.
enum ImageName {
    /// The endings that image files have, in lower case and without the dot.
    static let extensions = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "svgz", "bmp", "tif", "tiff", "ico", "heic", "heif", "jxl",
        "jp2",
    ]

    /// The last part of a path or URL, empty where it has no ending, and the same without its ending; lower case.
    ///
    /// Without an ending, a name can be a word like any other.
    static func file(of name: String) -> (name: String, stem: String) {
        let path = name.prefix { $0 != "?" && $0 != "#" }
        let file = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        guard let dot = file.lastIndex(of: ".") else { return ("", file) }
        return (file, String(file[..<dot]))
    }

    /// Whether a text ends like the name of an image file.
    static func hasExtension(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let dot = bytes.lastIndex(of: ASCII.dot) else { return false }
        let ending = String(decoding: bytes[(dot + 1)...].map(ASCII.lowercased), as: UTF8.self)
        return extensions.contains(ending)
    }
}
