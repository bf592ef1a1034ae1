// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T1: The name of a file is no text alternative, and neither is a URL.
///
/// WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/failures/F30>;
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#guidance-for-markup-generators>
struct FileNameRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        let written = text.whiteSpaceCollapsed
        let words = written.lowercased().split(separator: " ")
        let line = words.joined(separator: " ")
        // Beside "Download" the name of the file is what the link is about.
        if !place.controlText.isEmpty, let href = place.linkHref, line == ImageName.file(of: href).name { return nil }
        if Self.isName(written, of: place.imageName) { return "is the image's file name" }
        if let last = words.last, Self.isFileName(last) {
            return words.count == 1 ? "is a file name" : "ends in a file name"
        }
        if words.count == 1, Self.isDocumentName(line) { return "is a file name" }
        let isURL = ["http://", "https://", "www.", "data:image/", "file:///"].contains { line.hasPrefix($0) }
        return isURL ? "is a URL" : nil
    }

    /// Whether a word is a name and the ending of an image file; ".png" by itself names a format.
    private static func isFileName(_ word: Substring) -> Bool {
        ImageName.hasExtension(String(word)) && word.first != "."
    }

    /// Whether a word is the name of a page or a document. "Node.js" and "example.com" are names of something else.
    private static func isDocumentName(_ word: String) -> Bool {
        guard let dot = word.lastIndex(of: "."), dot > word.startIndex else { return false }
        return documentExtensions.contains(String(word[word.index(after: dot)...]))
    }

    private static let documentExtensions: Set<String> = [
        "asp", "aspx", "cdr", "doc", "docx", "drawio", "dwg", "dxf", "eps", "htm", "html", "indd", "ipynb", "jsp",
        "odg",
        "odp", "ods", "odt", "pdf", "php", "ppt", "pptx", "psd", "vsd", "vsdx", "xhtml", "xls", "xlsx",
    ]

    /// Whether a text is the name of an image file, with or without its ending.
    private static func isName(_ text: String, of image: String?) -> Bool {
        guard let image else { return false }
        let line = text.lowercased()
        let (name, stem) = ImageName.file(of: image)
        guard line == name || line == stem else { return false }
        // A name that is a single plain word, such as "dog", may well be the right text.
        let isWord = !line.contains { $0.isNumber || "._-".contains($0) }
        if isWord || PlaceholderRule.isPlainNumber(line) { return false }
        // "COVID-19" for covid-19.png is how the word is written; no word has an ending or an underscore.
        return line == name || line.contains("_") || image.split(separator: "/").last?.contains(text) == true
    }
}
