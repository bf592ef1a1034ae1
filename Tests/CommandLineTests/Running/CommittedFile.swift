// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A file of the repository that tests write.
enum CommittedFile {
    private static func url(_ path: String) -> URL {
        WorkFolder.fixtures.deletingLastPathComponent().appendingPathComponent(path)
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: url(path), encoding: .utf8)
    }

    /// Compares a file of the repository with a text.
    ///
    /// With `ALTTEXT_RECORD_SNAPSHOTS` in the environment the file is written instead. The test fails then, so that no run
    /// that records can be taken for one that compares.
    static func expect(_ path: String, toHold text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] == nil else {
            try Data(text.utf8).write(to: url(path))
            Issue.record(
                "recorded \(path): read the difference, then run again without recording",
                sourceLocation: sourceLocation)
            return
        }
        #expect(
            try Self.text(path).split(separator: "\n", omittingEmptySubsequences: false)
                == text.split(separator: "\n", omittingEmptySubsequences: false),
            "\(path)", sourceLocation: sourceLocation)
    }
}
