// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import SystemPackage
import Testing

/// Whole texts that are kept beside the tests.
enum Snapshot {
    private static let folder = FilePath(#filePath).removingLastComponent().appending("Snapshots")
    private static let isRecording = ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] != nil

    /// Compares a text with the file of that name.
    ///
    /// With `ALTTEXT_RECORD_SNAPSHOTS` in the environment the file is written instead. The test fails then, so that no
    /// run that records can be taken for one that compares.
    static func expect(_ text: String, toMatch name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = folder.appending(name).string
        guard !isRecording else { return try record(text, at: path, sourceLocation) }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        compare(text, with: expected, called: name, sourceLocation)
    }

    /// Compares a text with what stands between `<!-- section: … -->` and `<!-- section: end -->` in a document of the
    /// repository, or records it there.
    static func expect(
        _ text: String, inSection section: String, of path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try documentLock.withLock { _ in
            let document = try Repository.text(of: path)
            let start = try #require(document.range(of: "<!-- \(section): made by the tests -->\n"))
            let end = try #require(document.range(of: "<!-- \(section): end -->"))
            guard !isRecording else {
                let recorded = document.replacingCharacters(in: start.upperBound..<end.lowerBound, with: text + "\n")
                return try record(recorded, at: Repository.folder.pushing(FilePath(path)).string, sourceLocation)
            }
            let expected = String(document[start.upperBound..<end.lowerBound])
            compare(text + "\n", with: expected, called: "\(section) in \(path)", sourceLocation)
        }
    }

    /// Tests run at the same time, and each that records reads and writes the whole document.
    private static let documentLock = Mutex<Void>(())

    private static func record(_ text: String, at path: String, _ sourceLocation: SourceLocation) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        Issue.record(
            "recorded \(path): read the difference, then run again without recording", sourceLocation: sourceLocation)
    }

    private static func compare(
        _ text: String, with expected: String, called name: String, _ sourceLocation: SourceLocation
    ) {
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false)
                == expected.split(separator: "\n", omittingEmptySubsequences: false),
            "\(name)",
            sourceLocation: sourceLocation
        )
        #expect(Array(text.utf8) == Array(expected.utf8), "\(name), byte for byte", sourceLocation: sourceLocation)
    }
}
