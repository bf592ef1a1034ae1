// SPDX-License-Identifier: Apache-2.0

import AltTextConfig
import Testing

@Suite("A configuration document")
struct ConfigurationDocumentTests {
    private func document(_ text: String) throws -> ConfigurationDocument {
        try ConfigurationDocument(parsing: Array(text.utf8), path: "a.yml")
    }

    /// What is said of a text.
    private func message(_ bytes: [UInt8]) -> String {
        do {
            _ = try ConfigurationDocument(parsing: bytes, path: "a.yml")
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("has the types of YAML's core schema, not those of YAML 1.1")
    func types() throws {
        let kinds = [
            "true": "true or false", "FALSE": "true or false", "yes": "text", "off": "text", "'true'": "text",
            "4": "a number", "-1.5e3": "a number", "'4'": "text", "1:30": "text", "2024-01-01": "text",
            "nan": "text", "infinity": "text", "~": "nothing", "null": "nothing", "": "nothing", "\"\"": "text",
            "[a, b]": "a list", "{a: b}": "a mapping", "|\n  text": "text", "!!str 4": "text",
        ]
        for (text, kind) in kinds {
            guard case .mapping(let pairs)? = try document("a: \(text)\n").root?.value else {
                Issue.record("\(text) is no mapping")
                continue
            }
            #expect(pairs[0].value.kind == kind, "\(text)")
        }
    }

    @Test("tells where keys and values stand, in characters")
    func marks() throws {
        guard case .mapping(let pairs)? = try document("\u{FEFF}é: 1\nlist:\n  - x\n").root?.value else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.map { "\($0.key.mark) \($0.value.mark)" } == ["1:1 1:4", "2:1 3:3"])
    }

    @Test("says nothing where there are comments only", arguments: ["", "# nothing\n", "---\n", "\u{FEFF}"])
    func empty(text: String) throws {
        let root = try document(text).root
        #expect(root == nil || root?.kind == "nothing")
    }

    @Test(
        "names the place of what is not YAML",
        arguments: [
            ("a: [\n", "a.yml:2:1: not YAML: "), ("a: b\n c: d\n", "a.yml:2:3: not YAML: "),
            ("a: 1\n\tb: 2\n", "a.yml:2:1: not YAML: "), ("a: 'x\n", "a.yml:2:1: not YAML: "),
            ("a: 1\nb: é\u{1}\n", "a.yml:2:5: not YAML: "), ("a: 1\n---\nb: 2\n", "a.yml:2:1: not YAML: "),
            ("a: 1\nb: 2\na: 3\n", "a.yml:1:1: the key 'a' is there more than once"),
            ("a: \"\\.png\"\n", "a.yml:1:5: not YAML: an unknown escape in double quotes; put regular expressions"),
            ("a: *.html\n", "a.yml:1:5: not YAML: '*' and '&' begin an alias here; put patterns in single quotes"),
            ("a: *html\n", "a.yml:1:4: not YAML: '*' and '&' begin an alias here"),
            ("a: &b 1\n", "a.yml:1:4: anchors and aliases are not supported"),
            ("a: !!binary aGk=\n", "a.yml:1:4: tags are not supported"),
            ("a: !mine x\n", "a.yml:1:4: tags are not supported"),
        ])
    func places(text: String, start: String) {
        let message = message(Array(text.utf8))
        #expect(message.hasPrefix(start), "\(message)")
        #expect(!message.contains("\n"))
    }

    @Test("that is not UTF-8, or endless, is refused")
    func bytes() {
        #expect(message([0x61, 0x3A, 0x20, 0xFF]) == "a.yml: not UTF-8; save it in that encoding")
        #expect(message([UInt8](repeating: 0x23, count: 2 << 20)).hasPrefix("a.yml: more than 1 MiB"))
    }

    @Test(
        "that grows without end is refused at once",
        arguments: [
            "", "? *i\n  : 1\n", "{*i : 1}\n", "[*i]\n",
        ])
    func bombs(use: String) {
        var text = "x:\n- &a [x,x,x,x,x,x,x,x,x,x]\n"
        for (name, before) in zip("bcdefghi", "abcdefgh") {
            let aliases = Array(repeating: "*\(before)", count: 10).joined(separator: ",")
            text += "- &\(name) [\(aliases)]\n"
        }
        text += "- \(use)"
        #expect(message(Array(text.utf8)).hasPrefix("a.yml:2:3: anchors and aliases"), "\(use)")
    }

    @Test("that nests without end is refused", arguments: ["[", "{", "- ", "? ", "a: {"])
    func nesting(opening: String) {
        #expect(message(Array(String(repeating: opening, count: 100_000).utf8)).contains("not YAML"))
    }
}
