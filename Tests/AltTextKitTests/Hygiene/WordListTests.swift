// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import AltTextKit

@Suite("The word lists of hygiene")
struct WordListTests {
    /// The languages that there are files for.
    private static let languages: [String] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/AltTextKit/Hygiene/Words").standardizedFileURL
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).map { $0.deletingPathExtension().lastPathComponent }.sorted()
    }()

    @Test("are there")
    func files() {
        #expect(Self.languages.contains("en"))
    }

    @Test("are known to the program, and have no typing mistakes", arguments: languages)
    func mistakes(language: String) throws {
        let list = try #require(WordList.list(for: language))
        #expect(list.mistakes == [])
        #expect(!list.placeholders.isEmpty && !list.logos.isEmpty && !list[.pictures].isEmpty)
        #expect(LanguageTag.primary(of: language) == language)
    }

    @Test(
        "A mistake in a file is told with its line",
        arguments: [
            ("image", "1: image is in no section"), ("[pictures]\nImage", "2: Image is"),
            ("[picture]\n", "1: [picture] is"),
            ("[pictures]\nimage # a\nimage", "3: image is"), ("[pictures]\n[pictures]", "2: [pictures] is"),
            ("[pictures\nimage", "1: [pictures is"),
            ("[pictures]\n image", "2:  image is"), ("[links]\nthat  shows", "2: that  shows is"),
        ]
    )
    func mistake(text: String, beginning: String) {
        #expect(WordList(parsing: Array(text.utf8)).mistakes.first?.hasPrefix(beginning) == true)
    }

    @Test("A missing section is a mistake")
    func missingSection() {
        let sections = WordList.Section.allCases.map { "[\($0.rawValue)]\n" }
        #expect(WordList(parsing: Array(sections.joined().utf8)).mistakes == [])
        #expect(WordList(parsing: Array(sections.dropLast().joined().utf8)).mistakes == ["0: [page titles] is missing"])
    }

    @Test("Entries are one a line, and comments do not count")
    func parsing() {
        let list = WordList(parsing: Array("# x\n[links]\nof # y\n\nthat shows\n".utf8))
        #expect(list[.links] == ["that shows", "of"])
    }

    @Test("A text is held against the words of its language, and the English ones")
    func selection() {
        #expect(WordList.lists(for: "de-AT").count == 2)
        #expect(WordList.lists(for: "en-GB").count == 1)
        #expect(WordList.lists(for: "").count == 1)
        #expect(WordList.lists(for: "ja").count == 1)
    }
}
