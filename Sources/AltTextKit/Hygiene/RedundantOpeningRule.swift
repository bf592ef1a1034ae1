// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// T3: Readers of an alt know that it is about an image, so "image of" and the like say nothing.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-key-part-of-the-content>;
/// WAI: <https://www.w3.org/WAI/tutorials/images/tips/#tips>
struct RedundantOpeningRule: AltTextRule, AltTextCleaning {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        let line = WordList.line(of: text)
        return Self.opening(of: line, language: place.language).map {
            "begins with \"\(line.prefix($0.length))\", which every reader knows"
        }
    }

    /// The text without its opening, where what is left is good language.
    func cleaned(_ text: String, language: String) -> String {
        let text = text.whiteSpaceCollapsed
        guard let opening = Self.opening(of: WordList.line(of: text), language: language), opening.isRemovable else {
            return text
        }
        let rest = text.dropFirst(opening.length).drop { $0.isWhitespace || $0 == ":" || $0 == "," }
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }

    private struct Opening {
        /// How many characters it has.
        let length: Int
        /// Whether what follows can stand by itself.
        let isRemovable: Bool
    }

    private static func opening(of line: String, language: String) -> Opening? {
        WordList.lists(for: language).lazy.compactMap { opening(of: line, in: $0) }.first
    }

    private static func opening(of line: String, in list: WordList) -> Opening? {
        // Most texts end the search here.
        guard list[.articles].contains(where: line.hasPrefix) || list[.pictures].contains(where: line.hasPrefix),
            !list[.titles].contains(where: { line == $0 || length(of: $0, atStartOf: line[...]) != nil })
        else { return nil }
        let withoutArticle = line[...]
        let starts = list[.articles].compactMap { article in
            length(of: article, atStartOf: withoutArticle).map { line.dropFirst($0).drop { $0 == " " } }
        }
        for start in starts + [withoutArticle] {
            for picture in list[.pictures] {
                guard let pictureLength = length(of: picture, atStartOf: start) else { continue }
                let rest = start.dropFirst(pictureLength).drop { $0 == " " }
                for (links, isRemovable) in [(list[.links], true), (list[.governingLinks], false)] {
                    for link in links {
                        guard let linkLength = length(of: link, atStartOf: rest) else { continue }
                        let behind = rest.dropFirst(linkLength)
                        return Opening(length: line.count - behind.count, isRemovable: isRemovable)
                    }
                }
            }
        }
        return nil
    }

    /// How long an entry is where a line begins with it as a word, and goes on; `nil` where it does not.
    private static func length(of entry: String, atStartOf line: Substring) -> Int? {
        guard line.hasPrefix(entry) else { return nil }
        guard let next = line.dropFirst(entry.count).first else { return nil }
        // An elided article is written together with what follows: "d'un".
        return next == " " || next == ":" || entry.last == "'" ? entry.count : nil
    }
}
