// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The findings that a team knows of and has put off: a set, in which order and number do not count.
///
/// As a file it is JSON Lines, one finding a line, sorted, so that it is reviewed and merged line by line.
public struct Baseline: Sendable {
    /// The findings, each once, in the order of the file.
    public let entries: [BaselineEntry]
    /// Which entries have an identity, by their places in the list.
    private let places: [BaselineEntry.Identity: [Int]]

    /// The findings of an audit.
    public init(of audit: SiteAudit) {
        var entries: [BaselineEntry.Identity?: BaselineEntry] = [:]
        for use in audit.uses {
            let entry = BaselineEntry(use)
            entries[entry.identities.first] = entries[entry.identities.first] ?? entry
        }
        self.init(entries.values)
    }

    private init(_ entries: some Sequence<BaselineEntry>) {
        self.entries = Set(entries).map { (entry: $0, line: $0.json.description) }.sorted { $0.line < $1.line }
            .map(\.entry)
        var places: [BaselineEntry.Identity: [Int]] = [:]
        for (index, entry) in self.entries.enumerated() {
            for identity in entry.identities { places[identity, default: []].append(index) }
        }
        self.places = places
    }

    /// Whether a place is one of a known finding; a new place of a known image is.
    public func contains(_ use: ImageUse) -> Bool {
        BaselineEntry(use).identities.contains { places[$0] != nil }
    }

    /// The entries that an audit of the whole site does not find any more, in the order of the file.
    public func staleEntries(after audit: SiteAudit) -> [BaselineEntry] {
        var isFound = [Bool](repeating: false, count: entries.count)
        for use in audit.uses {
            for identity in BaselineEntry(use).identities {
                for index in places[identity] ?? [] { isFound[index] = true }
            }
        }
        return zip(entries, isFound).filter { !$1 }.map(\.0)
    }

    // MARK: The file

    /// The bytes of the file.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries { entry.json.writeLine(to: &bytes) }
        return bytes
    }

    /// The bytes of a file that has to be there.
    ///
    /// - Throws: `FileError`, ``BaselineError``.
    public static func bytes(of file: FilePath) throws -> [UInt8] {
        do {
            return try RegularFile(contentsOf: file).bytes
        } catch .missing {
            throw BaselineError.missing(file)
        }
    }

    /// Reads the bytes of a file, which errors call `path`; blank lines, and lines that are there twice, do no harm.
    public init(parsing bytes: [UInt8], path: String) throws(BaselineError) {
        var entries: [BaselineEntry] = []
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
            do {
                guard let object = try JSONValue(parsing: line).object else {
                    throw BaselineLineError(reason: "not a JSON object")
                }
                entries.append(try BaselineEntry(json: object))
            } catch {
                let reason = (error as? BaselineLineError)?.reason ?? "not JSON: \(error)"
                throw .badLine(path: path, line: index + 1, reason: reason)
            }
        }
        self.init(entries)
    }
}
