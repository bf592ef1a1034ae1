// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("docs/rules.md")
struct RuleTableTests {
    @Test("names every rule with its id and its file", arguments: Classifier.rules.map { ($0.id, "\(type(of: $0))") })
    func rule(id: String, type: String) throws {
        let file = "../Sources/AltTextKit/Roles/\(type).swift"
        let row = try DocumentSection.document("docs/rules.md").split(separator: "\n").first { $0.contains(file) }
        #expect(row?.hasPrefix("| \(id)") == true)
    }

    @Test("says of every class what level it has", arguments: FindingClass.allCases)
    func level(of findingClass: FindingClass) throws {
        let rows = try DocumentSection.document("docs/rules.md").split(separator: "\n")
            .filter { $0.hasPrefix("|") && $0.contains("`\(findingClass.rawValue)`") && !$0.contains("Example") }
        #expect(!rows.isEmpty)
        #expect(rows.contains { $0.contains("| \(findingClass.level.rawValue) |") })
    }

    @Test("links to files that are there")
    func links() throws {
        for match in try DocumentSection.document("docs/rules.md").matches(of: #/\]\(\.\.\/([^)#]+)\)/#) {
            let path = DocumentSection.repository.appending(String(match.1)).string
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
        }
    }
}
