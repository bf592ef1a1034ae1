// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("Reading a catalog file")
struct CatalogContentsTests {
    private static let example = """
        {"image":"sha256:9f2c","role":"content","lang":"en","status":"suggested",\
        "text":"A brown dog asleep on a striped sofa.",\
        "captions":{"normal":"A brown dog asleep on a striped sofa."},"source":"modelslab","src":"img/dog.jpg",\
        "page":"index.html","line":12,"date":"2026-01-31"}

        """

    private func parse(_ text: String) throws -> CatalogContents {
        try CatalogContents(parsing: Array(text.utf8), path: "c.jsonl")
    }

    private func line(
        _ image: String,
        _ status: String,
        _ text: String,
        date: String = "2026-01-01",
        _ more: String = ""
    ) -> String {
        """
        {"image":"\(image)","role":"content","lang":"en","status":"\(status)","text":"\(text)","date":"\(date)"\(more)}

        """
    }

    @Test("the example of the contract is read and written back to the byte")
    func example() throws {
        let contents = try parse(Self.example)
        let record = try #require(contents.records.first)
        #expect(record.key == CaptionRecord.Key(image: "sha256:9f2c", role: "content", language: "en"))
        #expect(record.status == .suggested && record.line == 12 && record.date == "2026-01-31")
        #expect(record.captions == [.normal: "A brown dog asleep on a striped sofa."])
        #expect(CatalogContents.bytes(of: contents.records) == Array(Self.example.utf8))
        #expect(contents.notices.isEmpty)
    }

    @Test("what a newer version wrote survives, spelling and order included")
    func unknownFields() throws {
        let text = """
            {"image":"a","role":"content","lang":"","status":"decorative","captions":{"short":"x","huge":"y"},\
            "zeta":1.50,"alpha":{"b":[null,1E5],"a":"\\u2028"}}

            """
        #expect(CatalogContents.bytes(of: try parse(text).records) == Array(text.utf8))
    }

    @Test("the empty text beside the text of a link, which is suggested, can be approved")
    func approvedEmptyText() throws {
        let line = #"{"image":"a","role":"functional-with-text","lang":"en","status":"approved","text":""}"# + "\n"
        let record = try #require(try parse(line).records.first)
        #expect(record.status == .approved)
        #expect(record.text == "")
    }

    @Test("lines are sorted by src, image, role and language, byte by byte")
    func sorted() throws {
        let keys = [
            ("", "b"), ("Z", "c"), ("a", "a"), ("a", "d"), ("a/b", "A"), ("ä", "0"), ("\u{E000}", "e"), ("😀", "B"),
        ]
        let lines = keys.map { src, image in
            "{\"image\":\"\(image)\",\"role\":\"content\",\"lang\":\"en\",\"status\":\"rejected\",\"src\":\"\(src)\"}\n"
        }
        #expect(CatalogContents.bytes(of: try parse(lines.reversed().joined()).records) == Array(lines.joined().utf8))
    }

    @Test("a byte order mark, CRLF, blank lines and a missing last line feed are tolerated")
    func tolerated() throws {
        let text =
            "\u{FEFF}" + line("a", "approved", "x").dropLast() + "\r\n\r\n  \n" + line("b", "edited", "y").dropLast()
        let contents = try parse(text)
        #expect(contents.records.map(\.key.image) == ["a", "b"])
        #expect(contents.notices.isEmpty)
    }

    @Test("a last line cut at any byte is torn, with a notice, and the lines before it are kept")
    func torn() throws {
        let whole = Array((line("a", "approved", "x") + line("b", "suggested", "Größe 日本 👩‍👩‍👧 \\u00e9")).utf8)
        let start = line("a", "approved", "x").utf8.count
        for count in start + 1..<whole.count - 1 {
            for padding in [0, 16] {
                let bytes = Array(whole[..<count]) + [UInt8](repeating: 0, count: padding)
                let contents = try CatalogContents(parsing: bytes, path: "c.jsonl")
                #expect(contents.records.map(\.key.image) == ["a"])
                #expect(contents.notices == [.tornLine(path: "c.jsonl", line: 2, byteCount: bytes.count - start)])
            }
        }
        #expect(try CatalogContents(parsing: whole.dropLast(), path: "").records.count == 2)
    }

    @Test(
        "any other bad line is an error with its number and the reason",
        arguments: [
            ("oops\n", "not JSON: expected a value at byte 0"),
            ("{\"image\":\"a\"\n", "not JSON: expected ',' or '}' at byte 12"),
            ("not json", "not JSON"),
            ("{image:", "not JSON"),
            ("[1]\n", "not a JSON object"),
            ("{}\n", "\"image\" is missing or empty"),
            (
                "{\"image\":\"a\",\"role\":\"content\",\"status\":\"maybe\"}\n",
                "unknown status \"maybe\"; known are suggested"
            ),
            ("{\"image\":\"a\",\"role\":\"content\",\"status\":\"approved\"}\n", "\"approved\" needs a text"),
            (
                "{\"image\":\"a\",\"role\":\"content\",\"status\":\"approved\",\"text\":\"\"}\n",
                "\"approved\" needs a text"
            ),
            (
                "{\"image\":\"a\",\"role\":\"link\",\"status\":\"rejected\"}\n",
                "unknown role \"link\"; known are content"
            ),
            (
                "{\"image\":\"a\",\"role\":\"content\",\"status\":\"rejected\",\"line\":\"1\"}\n",
                "\"line\" has to be a whole number"
            ),
            (
                "{\"image\":\"a\",\"role\":\"content\",\"status\":\"rejected\",\"captions\":{\"short\":1}}\n",
                "\"short\" has to be a string"
            ),
            ("<<<<<<< HEAD\n", "a git conflict marker"),
            ("=======\n", "a git conflict marker"),
            (">>>>>>> branch", "a git conflict marker"),
        ]
    )
    func badLine(text: String, reason: String) throws {
        let error = #expect(throws: CatalogError.self) {
            try parse(line("a", "approved", "x") + "\n" + text)
        }
        let message = try #require(error).description
        #expect(message.hasPrefix("c.jsonl:3: \(reason)"), "\(message)")
    }

    @Test(
        "of two lines of one key a person's holds, then the later date, then the later line",
        arguments: [
            (["suggested", "m1", "2026-01-01"], ["suggested", "m2", "2026-01-01"], "m2"),
            (["suggested", "m1", "2026-01-02"], ["suggested", "m2", "2026-01-01"], "m1"),
            (["approved", "p", "2026-01-01"], ["suggested", "m", "2026-02-01"], "p"),
            (["suggested", "m", "2026-02-01"], ["edited", "p", "2026-01-01"], "p"),
            (["rejected", "p", "2026-01-01"], ["suggested", "m", "2026-02-01"], "p"),
            (["edited", "p1", "2026-01-02"], ["approved", "p2", "2026-01-01"], "p1"),
            (["edited", "p1", "2026-01-01"], ["approved", "p2", "2026-01-01"], "p2"),
        ]
    )
    func doubled(first: [String], second: [String], expected: String) throws {
        let contents = try parse(
            line("a", first[0], first[1], date: first[2], ",\"captions\":{\"short\":\"s\"},\"x\":1")
                + line("a", second[0], second[1], date: second[2], ",\"captions\":{\"long\":\"l\"},\"y\":2")
        )
        let record = try #require(contents.records.first)
        #expect(contents.records.count == 1 && record.text == expected)
        #expect(record.captions == [.short: "s", .long: "l"])
        #expect(record.additionalFields["x"] == 1 && record.additionalFields["y"] == 2)
        let isConflict = first[0] != "suggested" && second[0] != "suggested"
        #expect(contents.notices == (isConflict ? [.conflict(path: "c.jsonl", line: 2, kept: record)] : []))
    }
}
