// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// What git has to know of the files that alttext keeps in a repository.
///
/// Git: <https://git-scm.com/docs/gitattributes#_performing_a_three_way_merge>
enum GitAttributes {
    /// Two branches add lines to them; the union of both is right.
    private static let lines = ["alttext.captions.jsonl merge=union", "alttext.baseline.jsonl merge=union"]

    /// The file with these lines at its end; `nil` where it has them.
    ///
    /// - Throws: `FileError` where it cannot be read.
    static func file(at path: FilePath) throws -> PlannedFile? {
        var bytes = path.exists ? try RegularFile(contentsOf: path).bytes : []
        let known = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: " ").joined(separator: " ") }
        let missing = lines.filter { !known.contains($0) }
        guard !missing.isEmpty else { return nil }
        let lineFeed = UInt8(ascii: "\n")
        if let last = bytes.last, last != lineFeed { bytes.append(lineFeed) }
        return PlannedFile(path: path, bytes: bytes + missing.flatMap { $0.utf8 + [lineFeed] }, isAdditive: true)
    }
}
