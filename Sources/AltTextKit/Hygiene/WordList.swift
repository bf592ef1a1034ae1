// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The words of one language that the rules of hygiene know, from a file in `Words` that is named after the language.
///
/// A file has one entry a line, in lower case, below `[section]` lines; what follows `#` is a comment.
struct WordList: Sendable {
    /// What the entries of a section mean.
    enum Section: String, CaseIterable, Sendable {
        /// Texts that say nothing of any image (T2).
        case placeholders
        /// Words for a logo (T6).
        case logos
        /// Words that may stand in front of a picture word (T3).
        case articles
        /// Picture words (T3).
        case pictures
        /// Words behind a picture word; what follows them can stand without the opening (T3).
        case links
        /// Words behind a picture word; what follows them would be no good language without the opening (T3).
        case governingLinks = "governing links"
        /// Names and set phrases that begin like a redundant opening (T3).
        case titles
        /// Titles of pages that say nothing of a page (F2).
        case pageTitles = "page titles"
    }

    private let entries: [Section: [String]]
    /// The placeholders without what does not count in them.
    let placeholders: Set<String>
    /// The words for a logo.
    let logos: Set<String>
    /// The titles of pages that say nothing, by their letters.
    let pageTitles: Set<String>
    /// What in the file is no entry, each as one line that begins with the number of the line, from 1; empty for a good file.
    ///
    /// The files are part of the program, so tests look at this, and nothing does when it runs.
    let mistakes: [String]

    /// The entries of a section, the longest first, so that the first that fits is the one that is meant.
    subscript(section: Section) -> [String] { entries[section] ?? [] }

    /// Reads a file.
    init(parsing bytes: [UInt8]) {
        var entries: [Section: [String]] = [:]
        var mistakes: [String] = []
        var current: Section?
        // Bytes, not characters: this is part of every run's start.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var text = line.prefix { $0 != UInt8(ascii: "#") }
            while text.last == UInt8(ascii: " ") { text.removeLast() }
            guard !text.isEmpty else { continue }
            let entry = String(decoding: text, as: UTF8.self)
            if entry.first == "[" {
                current = Section(rawValue: String(entry.dropFirst().dropLast()))
                if let current, entry.last == "]", entries[current] == nil {
                    entries[current] = []
                } else {
                    mistakes.append("\(index + 1): \(entry) is no section, or a second one")
                }
            } else if let section = current, entry == entry.lowercased(),
                entry.first != " ", !entry.contains("  "), entries[section]?.contains(entry) == false
            {
                entries[section]?.append(entry)
            } else {
                mistakes.append(
                    "\(index + 1): \(entry) is in no section, there already, not in lower case, or badly spaced")
            }
        }
        for section in Section.allCases where entries[section] == nil {
            mistakes.append("0: [\(section.rawValue)] is missing")
        }
        self.entries = entries.mapValues { $0.sorted { ($0.count, $0) > ($1.count, $1) } }
        placeholders = Set((entries[.placeholders] ?? []).map(PlaceholderRule.letters(of:)))
        logos = Set(entries[.logos] ?? [])
        pageTitles = Set((entries[.pageTitles] ?? []).map(Self.letters(of:)))
        self.mistakes = mistakes
    }

    /// A text as the entries are written, to be held against them: in lower case, on one line, with straight apostrophes.
    static func line(of text: String) -> String {
        let line = text.lowercased().whiteSpaceCollapsed
        return line.utf8.allSatisfy { $0 < 0x80 } ? line : line.replacing("’", with: "'")
    }

    /// The letters of a text in lower case: what counts in the title of a page.
    static func letters(of text: String) -> String {
        text.lowercased().filter(\.isLetter)
    }

    // MARK: The files

    /// The languages that there are lists of, by their primary subtags.
    static let languages = ["de", "en", "es", "fr"]

    /// The list of a language, by its primary subtag; `nil` where there is none. A new file needs three lines here.
    static func list(for language: String) -> WordList? {
        switch language {
        case "de": german
        case "en": english
        case "es": spanish
        case "fr": french
        default: nil
        }
    }

    // Each is read once it is needed.
    private static let german = WordList(parsing: PackageResources.de_txt)
    private static let english = WordList(parsing: PackageResources.en_txt)
    private static let french = WordList(parsing: PackageResources.fr_txt)
    private static let spanish = WordList(parsing: PackageResources.es_txt)

    /// The lists that a text is held against: that of its language, and the English one, since programs that fill in
    /// an alt by themselves often do so in English.
    static func lists(for language: String) -> [WordList] {
        let own = LanguageTag.primary(of: language)
        return (own == "en" ? ["en"] : [own, "en"]).compactMap(list(for:))
    }
}
