// SPDX-License-Identifier: Apache-2.0

/// Names of image files.
enum ImageName {
    /// The endings that image files have, in lower case and without the dot.
    static let extensions = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "svgz", "bmp", "tif", "tiff", "ico", "heic", "heif", "jxl",
        "jp2",
    ]

    /// The last part of a path or URL, and the same without its ending; lower case.
    static func file(of name: String) -> (name: String, stem: String) {
        let path = name.prefix { $0 != "?" && $0 != "#" }
        let file = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        return (file, stem)
    }

    /// Whether a text ends like the name of an image file.
    static func hasExtension(_ text: String) -> Bool {
        let lower = text.lowercased()
        return extensions.contains { lower.hasSuffix(".\($0)") }
    }
}
