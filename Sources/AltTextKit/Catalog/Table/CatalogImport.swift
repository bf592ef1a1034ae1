// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// What an edited table changes in a catalog.
///
/// Rows that say what they said when the table was made change nothing, whatever became of their records meanwhile.
public struct CatalogImport: Sendable {
    /// A row that cannot be taken over as it is.
    public struct Conflict: Hashable, Sendable, CustomStringConvertible {
        /// The line of the table, from 1.
        public let line: Int
        /// What the image is called.
        public let image: String
        /// Why, as one sentence.
        public let reason: String

        /// One line that says what happened.
        public var description: String { "line \(line): \(image): \(reason)" }
    }

    /// The records as they are to be, each with the line of its row.
    public private(set) var changes: [(line: Int, record: CaptionRecord)] = []
    /// The rows that were left out.
    public private(set) var conflicts: [Conflict] = []
    /// How many rows change nothing.
    public private(set) var unchangedCount = 0

    /// Compares a table with the records of a catalog.
    ///
    /// - Parameters:
    ///   - bytes: The table, as ``CatalogTable/bytes(of:)`` makes it; its columns may be in any order, and others among them.
    ///   - today: The date of the changed records, as `2026-01-31`.
    /// - Throws: `CSVError`, or `CatalogTableError` where a column is missing.
    public init(of bytes: [UInt8], into records: [CaptionRecord], today: String) throws {
        let rows = try CSV.rows(of: bytes)
        let header = rows.first?.cells.map { $0.lowercased().filter { !$0.isWhitespace } } ?? []
        let missing = CatalogTable.requiredColumns.filter { !header.contains($0) }
        guard missing.isEmpty else { throw CatalogTableError(missingColumns: missing) }
        let recordsByKey = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
        var linesByKey: [CaptionRecord.Key: Int] = [:]
        for row in rows.dropFirst() {
            let cells = Dictionary(zip(header, row.cells)) { first, _ in first }
            let entry = Entry(cells, line: row.line)
            let earlier = linesByKey.updateValue(row.line, forKey: entry.key)
            add(entry, to: recordsByKey[entry.key], earlierLine: earlier, today: today)
        }
    }

    /// A row of the table.
    private struct Entry {
        let line: Int
        let key: CaptionRecord.Key
        let name: String
        let status: String
        /// On one line; empty where there is none.
        let text: String
        let version: String

        init(_ cells: [String: String], line: Int) {
            self.line = line
            let image = cells["image"] ?? ""
            key = CaptionRecord.Key(image: image, role: cells["role"] ?? "", language: cells["lang"] ?? "")
            name = [cells["src"] ?? "", image].first { !$0.isEmpty } ?? "(no image)"
            status = (cells["status"] ?? "").lowercased().filter { !$0.isWhitespace }
            text = (cells["text"] ?? "").whiteSpaceCollapsed
            version = cells["version"] ?? ""
        }
    }

    private mutating func add(_ entry: Entry, to record: CaptionRecord?, earlierLine: Int?, today: String) {
        func refuse(_ reason: String) {
            conflicts.append(Conflict(line: entry.line, image: entry.name, reason: reason))
        }
        guard let status = CaptionStatus(rawValue: entry.status) else {
            let known = CaptionStatus.allCases.map(\.rawValue).joined(separator: ", ")
            return refuse("unknown status \"\(entry.status)\". Use one of \(known).")
        }
        guard let record else { return refuse("there is no such record in the catalog. Nothing was added.") }
        let hasNewText = entry.text != (record.text ?? "").whiteSpaceCollapsed
        let isUntouched = entry.version == CatalogTable.version(status: status, text: entry.text)
        // Such a table was taken over before: its text was new then, and is an edited one now.
        let isTakenOver =
            !hasNewText && record.status == .edited && [.suggested, .approved].contains(status)
            && entry.version != CatalogTable.version(status: record.status, text: record.text)
        if isUntouched || isTakenOver || (status == record.status && !hasNewText) {
            unchangedCount += 1
            return
        }
        if let earlierLine { return refuse("line \(earlierLine) is about the same record. Delete one of the two.") }
        guard entry.version.isEmpty || entry.version == CatalogTable.version(status: record.status, text: record.text)
        else {
            let now = "\(record.status.rawValue) \(JSONValue.string(record.text ?? ""))"
            return refuse("the catalog has changed since the table was made, to \(now). Export it again.")
        }
        var changed = record
        changed.date = today
        changed.problem = nil
        changed.advice = nil
        switch status {
        case .decorative, .rejected:
            changed.status = status
            changed.text = entry.text.isEmpty ? nil : entry.text
        case .suggested where !hasNewText:
            changed.status = .suggested
        case .approved, .edited, .suggested:
            let mayBeEmpty =
                status == .approved && record.key.role == Role.functionalWithText.rawValue && record.text == ""
            guard !entry.text.isEmpty || mayBeEmpty else {
                return refuse("no text. For an empty alt the status is \"decorative\", for none at all \"rejected\".")
            }
            // Who changes a text has edited it, whatever the status says.
            changed.status = hasNewText ? .edited : status
            changed.text = entry.text
        }
        changes.append((entry.line, changed))
    }
}

/// A table that lacks what tells its records.
public struct CatalogTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The columns that are missing.
    public let missingColumns: [String]

    /// One sentence that says what happened and what to do.
    public var description: String {
        "there is no column \(missingColumns.joined(separator: ", ")). "
            + "Edit a table that `alttext catalog export` wrote, and keep its first line."
    }
}
