// SPDX-License-Identifier: Apache-2.0

import PageTestSupport
import Testing

@testable import AltTextKit

@Suite("The W3C's test cases for the ACT rules about images")
struct ACTRulesTests {
    /// By which of our rules a page fails an ACT rule. What the others find is worth a note, or about something else.
    private static let failures: [String: Set<String>] = [
        "23a2a8": ["D1", "D3", "D10", "F1", "F2", "F3", "F7", "T9"],
        "59796f": ["D11"],
        "46ca7f": ["D13"],
        "9eb3f6": ["T1"],
        "e88epe": ["D13"],
        "qt1vmo": ["T1"],
        "7d6734": [],
        "0va7u6": [],
    ]

    /// The cases that a look at the tags of images cannot decide, and what would have to be looked at.
    private static let outOfReach: [String: String] = [
        "46ca7f Failed Example 1": "other element: a nav",
        "46ca7f Failed Example 3": "other element: a drawing in the page (svg)",
        "23a2a8 Failed Example 2": "other element: a div with a picture from its style sheet",
        "7d6734 Failed Example 1": "other element: a drawing in the page (svg)",
        "7d6734 Failed Example 2": "other element: a drawing in the page (svg)",
        "7d6734 Failed Example 3": "other element: a drawing in the page (svg)",
        "7d6734 Failed Example 4": "other element: a drawing in the page (svg)",
        "qt1vmo Failed Example 1": "meaning: the logo is another organisation's",
        "qt1vmo Failed Example 2": "meaning: the drawing is another logo",
        "qt1vmo Failed Example 3": "script: it draws the picture",
        "0va7u6 Failed Example 1": "meaning: the picture shows text",
        "0va7u6 Failed Example 2": "meaning: the picture shows text",
        "0va7u6 Failed Example 3": "style sheet: the picture is a background",
        "0va7u6 Failed Example 4": "meaning: the picture shows text",
        "0va7u6 Failed Example 5": "meaning: the picture shows text",
        "e88epe Failed Example 1": "meaning: the logo is no decoration",
        "e88epe Failed Example 2": "meaning: the logo is no decoration",
        "e88epe Failed Example 3": "meaning: the logo is no decoration",
        "e88epe Failed Example 4": "meaning: the drawing is no decoration",
        "e88epe Failed Example 5": "script: it draws the picture",
        "9eb3f6 Failed Example 1": "meaning: the file is called by a word that does not fit",
        "9eb3f6 Failed Example 5": "meaning: the picture shows other images on other screens",
    ]

    private static func isDecided(_ test: ACTTestCase) throws -> Bool {
        let failures = try #require(failures[test.ruleId])
        let fails = try test.findings().contains { failures.contains($0.rule) }
        return fails == (test.expected == .failed)
    }

    @Test(
        "Every case that tags can decide is decided as expected, and the others are listed",
        arguments: try ACTTestCase.all())
    func outcome(of test: ACTTestCase) throws {
        #expect(try Self.isDecided(test) == (Self.outOfReach[test.name] == nil))
    }

    @Test("The list has all 116 cases, and names none that is not there")
    func list() throws {
        let cases = try ACTTestCase.all()
        #expect(cases.count == 116)
        #expect(Set(Self.outOfReach.keys).subtracting(cases.map(\.name)) == [])
    }

    @Test("docs/rules.md has the table of outcomes")
    func table() throws {
        let cases = try ACTTestCase.all()
        var lines = [
            "| ACT rule | cases | decided as expected | out of reach |", "| --- | ---: | ---: | --- |",
        ]
        for (id, cases) in cases.chunked(by: \.ruleId) {
            let missed = cases.filter { Self.outOfReach[$0.name] != nil }
            let name = "\(cases[0].ruleName) (`\(id)`)"
            let rule = cases[0].rulePage.map { "[\(name)](\($0))" } ?? "\(name), deprecated"
            let kinds = missed.map { Self.outOfReach[$0.name]?.prefix { $0 != ":" } ?? "" }.chunked { String($0) }
                .map { "\($0.1.count) \($0.0)" }
            lines.append(
                "| \(rule) | \(cases.count) | \(cases.count - missed.count) | \(kinds.joined(separator: ", ")) |")
        }
        let missed = Self.outOfReach.count
        lines += ["| all | \(cases.count) | \(cases.count - missed) | \(missed) |", ""]
        lines += ["| case | ACT expects | found, by rule | decided |", "| --- | --- | --- | --- |"]
        for test in cases {
            let found = try test.findings().map { "`\($0.findingClass.rawValue)` (\($0.rule))" }
            let words = found.isEmpty ? "nothing" : found.joined(separator: ", ")
            let decided = Self.outOfReach[test.name].map { "no: \($0)" } ?? "yes"
            lines.append("| \(test.name) | \(test.expected.rawValue) | \(words) | \(decided) |")
        }
        let table = lines.joined(separator: "\n")
        let document = try DocumentSection(named: "act", in: "docs/rules.md").text(recording: table)
        // Line by line, so that a difference is told and not the whole.
        #expect(document.split(separator: "\n") == table.split(separator: "\n"))
    }
}

extension Array {
    /// The elements by a key, those of one key together, in the order in which the keys come first.
    fileprivate func chunked<Key: Hashable>(by key: (Element) -> Key) -> [(Key, [Element])] {
        var order: [Key] = []
        var groups: [Key: [Element]] = [:]
        for element in self {
            if groups[key(element)] == nil { order.append(key(element)) }
            groups[key(element), default: []].append(element)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
