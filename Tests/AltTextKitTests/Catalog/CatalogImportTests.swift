// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("An edited table of a catalog")
struct CatalogImportTests {
    private static let record = CaptionRecord(
        key: CaptionRecord.Key(image: "sha256:9f2c", role: "content", language: "en"), status: .suggested,
        text: "A dog", captions: [.normal: "A dog"], source: "modelslab", src: "img/dog.jpg", page: "index.html",
        line: 12,
        date: "2026-01-31")

    /// What becomes of the record's row where these columns are changed in the table.
    private func edit(
        _ changes: [String: String], of record: CaptionRecord = record, now: CaptionRecord? = nil
    ) throws -> CatalogImport {
        var rows = try CSV.rows(of: CatalogTable.bytes(of: [record])).map(\.cells)
        for (column, value) in changes {
            let index = try #require(CatalogTable.columns.firstIndex(of: column))
            rows[1][index] = value
        }
        return try CatalogImport(of: CSV.bytes(of: rows), into: [now ?? record], today: "2026-02-01")
    }

    @Test("changes nothing where nobody edited it")
    func untouched() throws {
        let outcome = try edit([:])
        #expect(outcome.changes.isEmpty && outcome.conflicts.isEmpty && outcome.unchangedCount == 1)
    }

    @Test(
        "makes of a row what the editor wrote",
        arguments: [
            (["text": "A brown dog"], CaptionStatus.edited, "A brown dog"),
            (["text": " A brown\r\n dog "], .edited, "A brown dog"),
            (["text": "A brown dog", "status": "approved"], .edited, "A brown dog"),
            (["status": "approved"], .approved, "A dog"), (["status": " Approved "], .approved, "A dog"),
            (["status": "rejected"], .rejected, "A dog"), (["status": "decorative", "text": ""], .decorative, nil),
        ] as [([String: String], CaptionStatus, String?)])
    func edits(changes: [String: String], status: CaptionStatus, text: String?) throws {
        let outcome = try edit(changes)
        let changed = try #require(outcome.changes.first)
        #expect(changed.line == 2 && changed.record.status == status && changed.record.text == text)
        #expect(changed.record.date == "2026-02-01" && changed.record.captions == Self.record.captions)
    }

    @Test("takes the problem of a text away with the text")
    func problem() throws {
        var record = Self.record
        record.problem = "is a placeholder"
        #expect(try edit(["text": "A brown dog"], of: record).changes.first?.record.problem == nil)
    }

    @Test("may approve the empty alt beside the text of a link")
    func emptyAlt() throws {
        var record = Self.record
        record.key = CaptionRecord.Key(image: "sha256:9f2c", role: "functional-with-text", language: "en")
        record.text = ""
        let changed = try #require(try edit(["status": "approved"], of: record).changes.first)
        #expect(changed.record.status == .approved && changed.record.text == "")
    }

    @Test(
        "leaves out what cannot be meant",
        arguments: [
            (["status": "fine"], "unknown status"), (["text": ""], "no text"),
            (["status": "approved", "text": " "], "no text"),
            (["image": "sha256:0000", "text": "x"], "there is no such record"),
        ])
    func conflicts(changes: [String: String], reason: String) throws {
        let outcome = try edit(changes)
        #expect(outcome.changes.isEmpty)
        #expect(outcome.conflicts.first?.description.hasPrefix("line 2: img/dog.jpg: \(reason)") == true)
    }

    @Test("leaves out a row whose record was changed meanwhile, unless the row itself was not")
    func meanwhile() throws {
        var now = Self.record
        now.status = .edited
        now.text = "Rex"
        let outcome = try edit(["text": "A brown dog"], now: now)
        #expect(outcome.changes.isEmpty)
        #expect(
            outcome.conflicts.map(\.reason) == [
                "the catalog has changed since the table was made, to edited \"Rex\". Export it again."
            ])
        #expect(try edit([:], now: now).unchangedCount == 1)
        // Both came to the same.
        #expect(try edit(["text": "Rex", "status": "edited"], now: now).unchangedCount == 1)
    }

    @Test("is read with its columns in any order, others among them, and semicolons")
    func columns() throws {
        let table = "note;TEXT;lang; Status ;role;image\n?;A brown dog;en;suggested;content;sha256:9f2c\n"
        let outcome = try CatalogImport(of: Array(table.utf8), into: [Self.record], today: "2026-02-01")
        #expect(outcome.changes.map(\.record.text) == ["A brown dog"])
    }

    @Test("names the row that tells of a record once more")
    func twice() throws {
        let table = """
            image,role,lang,status,text
            sha256:9f2c,content,en,suggested,One
            sha256:9f2c,content,en,suggested,Two
            """
        let outcome = try CatalogImport(of: Array(table.utf8), into: [Self.record], today: "2026-02-01")
        #expect(outcome.changes.map(\.record.text) == ["One"])
        #expect(
            outcome.conflicts.map(\.description) == [
                "line 3: sha256:9f2c: line 2 is about the same record. Delete one of the two."
            ])
    }

    @Test("is refused without the columns that it needs")
    func missingColumns() {
        #expect(throws: CatalogTableError(missingColumns: ["image", "lang"])) {
            try CatalogImport(of: Array("role,status,text\n".utf8), into: [], today: "2026-02-01")
        }
    }
}
