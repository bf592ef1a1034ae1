// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import AltTextKit

@Suite("The word lists of hygiene")
struct WordListTests {
    @Test("have no typing mistakes", arguments: WordList.byLanguage.keys.sorted())
    func mistakes(language: String) throws {
        let list = try #require(WordList.byLanguage[language])
        #expect(list.mistakes == [])
        #expect(!list.placeholders.isEmpty && !list.logos.isEmpty && !list[.pictures].isEmpty)
        #expect(LanguageTag.primary(of: language) == language)
    }

    @Test("are all known to the program")
    func files() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/AltTextKit/Hygiene/Words")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        #expect(Set(files) == Set(WordList.byLanguage.keys.map { "\($0).txt" }))
    }

    @Test(
        "A mistake in a file is told with its line",
        arguments: [
            ("image", "1: image is in no section"), ("[pictures]\nImage", "2: Image is"),
            ("[picture]\n", "1: [picture] is"),
            ("[pictures]\nimage # a\nimage", "3: image is"), ("[pictures]\n[pictures]", "2: [pictures] is"),
            ("[pictures\nimage", "1: [pictures is"),
        ]
    )
    func mistake(text: String, beginning: String) {
        #expect(WordList(parsing: Array(text.utf8)).mistakes.first?.hasPrefix(beginning) == true)
    }

    @Test("A missing section is a mistake")
    func missingSection() {
        let sections = WordList.Section.allCases.map { "[\($0.rawValue)]\n" }
        #expect(WordList(parsing: Array(sections.joined().utf8)).mistakes == [])
        #expect(WordList(parsing: Array(sections.dropLast().joined().utf8)).mistakes == ["0: [titles] is missing"])
    }

    @Test("Entries are one a line, spaces in them count as one, and comments do not count")
    func parsing() {
        let list = WordList(parsing: Array("# x\n[links]\n  of # y\n\nthat  shows\n".utf8))
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
