// SPDX-License-Identifier: Apache-2.0

/// What a file for download is called where a person reads it: "Annual report (PDF)" for `annual-report.pdf`.
///
/// WAI: <https://www.w3.org/WAI/tutorials/images/functional/>, WCAG: <https://www.w3.org/WAI/WCAG22/Techniques/general/G91>
enum DownloadName {
    /// The name of a file; `nil` where nothing tells that it is one for download.
    ///
    /// - Parameter isMarked: Whether the link says that the file is to be saved, so that it can be of any kind.
    static func name(ofFile file: String, isMarked: Bool) -> String? {
        guard let dot = file.lastIndex(of: "."), file.index(after: dot) < file.endIndex else { return nil }
        var kind = file[file.index(after: dot)...].lowercased()
        var stem = file[..<dot]
        guard kinds.contains(kind) || (isMarked && kind.count <= 5 && kind.allSatisfy(\.isLetter)) else { return nil }
        if stem.lowercased().hasSuffix(".tar") {
            stem = stem.dropLast(4)
            kind = "tar.\(kind)"
        }
        let words = stem.split { $0.isWhitespace || "-_+.".contains($0) }
        let name = words.joined(separator: " ")
        // What cameras call their files is a placeholder.
        guard isReadable(words), PlaceholderRule().problem(with: name, at: AltTextPlace()) == nil else {
            return kind.uppercased()
        }
        return "\(name.prefix(1).uppercased())\(name.dropFirst()) (\(kind.uppercased()))"
    }

    /// Whether the words say something: not those of a counter, a digest, or of any file at all.
    private static func isReadable(_ words: [Substring]) -> Bool {
        let isDigest = words.contains { word in
            word.count >= 8 && word.allSatisfy(\.isHexDigit) && word.contains(where: \.isNumber)
                && word.contains(where: \.isLetter)
        }
        return !isDigest && words.contains { $0.count { $0.isLetter } > 2 && !generic.contains($0.lowercased()) }
    }

    private static let generic: Set<String> = ["default", "doc", "document", "download", "file", "index"]
    private static let kinds: Set<String> = [
        "7z", "atom", "azw3", "bz2", "csv", "dmg", "doc", "docx", "epub", "gpx", "gz", "ics", "iso", "jar", "kml",
        "m4a",
        "mobi", "mov", "mp3", "mp4", "msi", "odp", "ods", "odt", "ogg", "pdf", "ppt", "pptx", "ps", "rar", "rss", "rtf",
        "tar", "tgz", "vcf", "wav", "webm", "xls", "xlsx", "xml", "xz", "zip",
    ]
}
