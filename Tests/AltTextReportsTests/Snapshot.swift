// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

/// Whole texts that are kept beside the tests.
enum Snapshot {
    private static let folder = FilePath(#filePath).removingLastComponent().appending("Snapshots")

    /// Compares a text with the file of that name.
    ///
    /// With `ALTTEXT_RECORD_SNAPSHOTS` in the environment the file is written instead. The test fails then, so that no
    /// run that records can be taken for one that compares.
    static func expect(_ text: String, toMatch name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = folder.appending(name).string
        guard ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] == nil else {
            try Data(text.utf8).write(to: URL(filePath: path))
            Issue.record(
                "recorded \(name): read the difference, then run again without recording",
                sourceLocation: sourceLocation
            )
            return
        }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false)
                == expected.split(separator: "\n", omittingEmptySubsequences: false),
            "\(name)",
            sourceLocation: sourceLocation
        )
        #expect(Array(text.utf8) == Array(expected.utf8), "\(name), byte for byte", sourceLocation: sourceLocation)
    }
}
