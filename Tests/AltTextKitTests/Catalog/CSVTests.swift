// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("Comma-separated values")
struct CSVTests {
    private func cells(_ text: String) throws -> [[String]] {
        try CSV.rows(of: Array(text.utf8)).map(\.cells)
    }

    @Test(
        "come back as they were written",
        arguments: [
            "", "plain", "a, b; c\td", "\"quoted\"", "two\nlines", "two\r\nlines", "=SUM(A1)", "+1", "-1", "@x", "'=x",
            "''+", "'tis", "'", "\ttab", "\u{FEFF}mark", "Grüße 😀", "\"\u{301},x",
            "＝1",
        ])
    func roundTrip(cell: String) throws {
        let rows = [["first", cell, "last"], [cell, cell, "x"]]
        #expect(try CSV.rows(of: CSV.bytes(of: rows)).map(\.cells) == rows)
    }

    @Test(
        "are written so that no spreadsheet takes them for formulas",
        arguments: ["=1+1", "＝1", "+1", "-1", "@SUM", "\t=1", "\r=1"])
    func formulas(cell: String) {
        let text = String(decoding: CSV.bytes(of: [[cell]]).dropFirst(3), as: UTF8.self)
        #expect(text.drop { $0 == "\"" }.first == "'")
    }

    @Test("are read as spreadsheets write them")
    func dialects() throws {
        #expect(try cells("a,b\nc,d") == [["a", "b"], ["c", "d"]])
        #expect(try cells("a;b\r\n\"c;\"\"d\"\"\";e, f\r\n") == [["a", "b"], ["c;\"d\"", "e, f"]])
        #expect(try cells("a\tb\rc\t\r") == [["a", "b"], ["c", ""]])
        #expect(try cells("\u{FEFF}a,b\n\n\r\n,\n") == [["a", "b"], ["", ""]])
        #expect(try cells("a\"b,\"c\"d") == [["a\"b", "cd"]])
        #expect(try cells("") == [])
    }

    @Test("tell the line on which a row begins")
    func lines() throws {
        let rows = try CSV.rows(of: Array("a\n\n\"b\nb\"\nc\n".utf8))
        #expect(rows.map(\.line) == [1, 3, 5])
    }

    @Test("are refused where they are none")
    func faults() {
        #expect(throws: CSVError.notUTF8) { try CSV.rows(of: [0x61, 0xE9]) }
        #expect(throws: CSVError.unclosedQuote(line: 2)) { try CSV.rows(of: Array("a\n\"b\nc".utf8)) }
    }
}
