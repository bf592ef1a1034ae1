// SPDX-License-Identifier: Apache-2.0

import Foundation
import PageTestSupport
import Testing

@testable import AltTextKit

@Suite("docs/rules.md")
struct RuleTableTests {
    @Test("names every rule with its id and its file", arguments: Classifier.rules.map { ($0.id, "\(type(of: $0))") })
    func rule(id: String, type: String) throws {
        let file = "../Sources/AltTextKit/Roles/\(type).swift"
        let row = try Self.document().split(separator: "\n").first { $0.contains(file) }
        #expect(row?.hasPrefix("| \(id)") == true)
    }

    @Test("says of every class what level it has", arguments: FindingClass.allCases)
    func level(of findingClass: FindingClass) throws {
        let rows = try Self.document().split(separator: "\n")
            .filter { $0.hasPrefix("|") && $0.contains("`\(findingClass.rawValue)`") && !$0.contains("Example") }
        #expect(!rows.isEmpty)
        #expect(rows.contains { $0.contains("| \(findingClass.level.rawValue) |") })
    }

    @Test("links to files that are there")
    func links() throws {
        for match in try Self.document().matches(of: #/\]\(\.\.\/([^)#]+)\)/#) {
            let path = SamplePages.repository.appending(path: String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
        }
    }

    private static func document() throws -> String {
        try String(contentsOf: SamplePages.repository.appending(path: "docs/rules.md"), encoding: .utf8)
    }
}
