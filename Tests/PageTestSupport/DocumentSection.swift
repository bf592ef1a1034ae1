// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A part of a document of the repository that a test writes: what stands between `<!-- name: made by the tests -->` and
/// `<!-- name: end -->`.
package struct DocumentSection: Sendable {
    private let name: String
    private let url: URL

    /// A section of a document, which is named by its path in the repository.
    package init(named name: String, in path: String) {
        self.name = name
        url = SamplePages.repository.appending(path: path)
    }

    /// What stands in the document.
    ///
    /// With `ALTTEXT_RECORD_SNAPSHOTS` in the environment `made` is written there instead.
    /// - Throws: `RecordedSection` after that, so that no run that records can be taken for one that compares; and an error
    ///   where there is no such section.
    package func text(recording made: String) throws -> String {
        let document = try String(contentsOf: url, encoding: .utf8)
        guard let start = document.range(of: "<!-- \(name): made by the tests -->\n"),
            let end = document.range(of: "\n<!-- \(name): end -->")
        else { throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: url.path]) }
        guard ProcessInfo.processInfo.environment["ALTTEXT_RECORD_SNAPSHOTS"] == nil else {
            let recorded = document.replacingCharacters(in: start.upperBound..<end.lowerBound, with: made)
            try Data(recorded.utf8).write(to: url)
            throw RecordedSection(name: name)
        }
        return String(document[start.upperBound..<end.lowerBound])
    }
}

/// A section was written: read the difference, then run again without recording.
package struct RecordedSection: Error {
    let name: String
}
