// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Recognises what stands in `src` until a script puts the real source there.
enum PlaceholderSource {
    /// Whether a source is empty, a `data:` URL, `about:blank`, or named like a spacer.
    ///
    /// A guess that is only asked where something else names the image, too.
    static func isPlaceholder(_ source: String) -> Bool {
        let trimmed = ASCII.trimmingSpace(Array(source.utf8))
        // Enough for both schemes; the whole of a data: URL can be megabytes.
        let start = String(decoding: trimmed.prefix(16), as: UTF8.self).lowercased()
        if start.isEmpty || start == "#" || start.hasPrefix("data:") || start.hasPrefix("about:") {
            return true
        }
        return isNamedLikePlaceholder(fileName(of: source))
    }

    /// The last segment of the path, without query and fragment, as it is written.
    static func fileName(of source: String) -> Substring {
        let path = source.unicodeScalars.prefix { $0 != "?" && $0 != "#" }
        return Substring(path.suffix(from: path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex))
    }

    /// Whether every word of the name is one that placeholders have, and at least one says it: `lazy-placeholder.gif`
    /// is, `loading-dock.jpg` is not.
    private static func isNamedLikePlaceholder(_ name: Substring) -> Bool {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        let words = stem.lowercased().split { !($0.isLetter || $0.isNumber) }
        return words.contains { tellingWords.contains(String($0)) }
            && words.allSatisfy { word in
                tellingWords.contains(String(word)) || neutralWords.contains(String(word))
                    || word.allSatisfy(\.isNumber)
            }
    }

    private static let tellingWords: Set<String> = [
        "1x1", "blank", "clear", "dummy", "empty", "lazy", "lazyload", "lazyloader", "loader", "loading", "pixel",
        "placehold", "placeholder", "preload", "preloader", "shim", "spacer", "spinner", "transparent", "transp",
    ]
    private static let neutralWords: Set<String> = [
        "ajax", "black", "default", "dot", "gif", "gray", "grey", "image", "images", "img", "load", "photo", "pic",
        "picture", "png", "product", "small", "square", "src", "svg", "thumb", "thumbnail", "white",
    ]
}
