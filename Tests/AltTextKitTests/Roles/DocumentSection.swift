// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

/// A part of a document of the repository that a test writes: what stands between two comments.
enum DocumentSection {
    /// The folder of the package.
    static let repository = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
        .removingLastComponent()

    /// The text of a document, by its path in the repository.
    static func document(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: repository.pushing(FilePath(path)).string), encoding: .utf8)
    }

    /// Compares a text with what stands between `<!-- name: … -->` and `<!-- name: end -->`.
    ///
    /// With `ALTTEXT_RECORD_SNAPSHOTS` in the environment it is written there instead. The test fails then, so that no run
    /// that records can be taken for one that compares.
    static func expect(
        _ text: String, in path: String, section: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let document = try document(path)
        let start = try #require(document.range(of: "<!-- \(section): made by the tests -->\n"))
        let end = try #require(document.range(of: "\n<!-- \(section): end -->"))
        guard ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] == nil else {
            let recorded = document.replacingCharacters(in: start.upperBound..<end.lowerBound, with: text)
            try Data(recorded.utf8).write(to: URL(filePath: repository.pushing(FilePath(path)).string))
            Issue.record(
                "recorded \(section) in \(path): read the difference, then run again without recording",
                sourceLocation: sourceLocation)
            return
        }
        #expect(
            document[start.upperBound..<end.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
                == text.split(separator: "\n", omittingEmptySubsequences: false),
            sourceLocation: sourceLocation)
    }
}
