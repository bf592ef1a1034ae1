// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("JSON")
struct JSONValueTests {
    @Test(
        "text in its shortest form is written as it was read",
        arguments: [
            "null", "true", "false", "0", "-1", "1.50", "1E+400", "12345678901234567890", "\"\"", "[]", "{}",
            "{\"b\":1,\"a\":[1,{\"c\":null}],\"\":\"x\"}", "\"é日本👩‍👩‍👧/\"", "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\"",
            "\"\\u007f\\u0085\\u2028\\u2029\\u202e\\u2066\\ufeff\"",
        ]
    )
    func roundTrip(text: String) throws {
        #expect(Array(try JSONValue(parsing: text.utf8).description.utf8) == Array(text.utf8))
    }

    @Test(
        "escapes and white space are understood",
        arguments: [
            (" [ 1 , 2 ]\n", "[1,2]"), ("\"\\u0041\\/\\b\\f\"", "\"A/\\u0008\\u000c\""),
            ("\"\\ud83d\\ude00\"", "\"😀\""), ("{ \"a\" : \"\\u00e9\" }", "{\"a\":\"é\"}"),
        ]
    )
    func reading(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text.utf8).description == expected)
    }

    @Test(
        "what is no JSON is refused, and not taken for cut off",
        arguments: [
            "01", "+1", ".5", "NaN", "'a'", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1] 2", "\"\t\"", "\"\\x\"",
            "\"\\ud800x\"", "\"\\udc00\"", "\"\\u12g4\"", "{\"a\":1,\"a\":2}", "// x", "tru e",
            String(repeating: "[", count: 100_000) + "1",
        ]
    )
    func refused(text: String) throws {
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text.utf8) }
        #expect(try !#require(error).isTruncated)
    }

    @Test("invalid UTF-8 is refused")
    func invalidUTF8() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]] {
            #expect(throws: JSONParseError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
        }
    }

    @Test("every beginning of an object is known to be cut off")
    func truncated() throws {
        let text = Array("{\"a\":\"é\\u00e9\\n\",\"b\":[1.5e3,-2,true,null,{}],\"c\":{\"d\":false}}".utf8)
        for count in 0..<text.count {
            let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text[..<count]) }
            #expect(try #require(error).isTruncated, "\(count)")
        }
    }

    @Test("an object keeps its order when members are set and removed")
    func object() {
        var object: JSONObject = ["a": 1, "b": true, "c": "x"]
        object["b"] = .null
        object["d"] = [2, .double(.infinity)]
        object["a"] = nil
        var line: [UInt8] = []
        object.writeLine(to: &line)
        #expect(String(decoding: line, as: UTF8.self) == "{\"b\":null,\"c\":\"x\",\"d\":[2,null]}\n")
        #expect(object["a"] == nil && object["b"] == .null && object["d"] != nil)
    }
}
