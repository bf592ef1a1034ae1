// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import PageTestSupport
import Testing

@testable import alttext

/// The argument parser knows the options, `Setting.all` how the file writes them. All lists of them come from these two.
@Suite("The options, as the code, the help, the schema and the documentation have them")
struct ConfigurationReferenceTests {
    private let options: [OptionDump.Option]

    init() async throws {
        // Those of the catalog's table are of that table alone.
        options = try await OptionDump(leavingOut: ["init", "help", "catalog export"]).options
    }

    /// The options that the file can set, with how it writes them.
    private var settings: [(option: OptionDump.Option, setting: Setting)] {
        options.compactMap { option in Setting.named[option.name].map { (option, $0) } }
    }

    @Test("are the same in the commands and in the configuration")
    func completeness() {
        let names = Set(options.map(\.name))
        #expect(names.subtracting(Setting.commandLineOnly) == Set(Setting.all.map(\.name)))
        #expect(Setting.commandLineOnly.isSubset(of: names))
        #expect(Setting.all.count == Setting.named.count)
        for (option, setting) in settings {
            #expect(option.isFlag == (setting.form == .flag), "\(option.name)")
            #expect(option.isRepeating == (setting.form == .list), "\(option.name)")
            #expect(Set(option.values) == Set(setting.choices), "\(option.name)")
            if let value = option.defaultValue, !option.isFlag {
                #expect(setting.problem(with: value) == nil, "\(option.name)")
            }
            #expect(["file", "dir"].contains(option.valueName) == (setting.form == .path), "\(option.name)")
        }
    }

    @Test("are set by variables of their names", arguments: Setting.all.map(\.variable))
    func variables(name: String) async throws {
        let folder = try WorkFolder()
        try folder.makeFolder("empty")
        // No value of any option has this form, but for those that can be any text.
        let run = try await Program.alttext.run(
            ["audit", "empty", "--allow-empty"], in: folder, environment: [name: "\u{7}("])
        let setting = try #require(Setting.all.first { $0.variable == name })
        guard setting.problem(with: "\u{7}(") != nil || setting.form == .flag else { return }
        #expect(run.status == 64)
        #expect(run.errors.contains("Error: \(name) \""), "\(run.errors)")
    }

    @Test("are in the table of the documentation")
    func documentation() throws {
        var rows = ["| key | value | default | commands | what it says |", "| --- | --- | --- | --- | --- |"]
        for (option, setting) in settings {
            let fallback = option.isFlag || option.isRepeating ? nil : option.defaultValue
            rows.append(
                "| `\(option.name)` | \(setting.kindInWords) | \(fallback.map { "`\($0)`" } ?? "") | "
                    + "\(option.commands.joined(separator: ", ")) | \(option.help.replacing("<", with: "&lt;")) |")
        }
        let table = rows.joined(separator: "\n")
        let section = DocumentSection(named: "keys", in: "docs/configuration.md")
        #expect(try section.text(recording: table).split(separator: "\n") == table.split(separator: "\n"))
    }

    @Test("are in the schema that editors read")
    func schema() throws {
        var properties: [String: Any] = [
            "modelslab": [
                "type": "object", "additionalProperties": false, "description": "The caption service.",
                "properties": [
                    "url": [
                        "type": "string", "format": "uri",
                        "description": "Another server than ModelsLab's own: https, or http on a loopback address.",
                    ]
                ],
            ],
            "rules": [
                "type": "array",
                "description":
                    "Exceptions for some images. Of two rules that say something on the same matter, the later counts.",
                "items": ruleSchema,
            ],
        ]
        for (option, setting) in settings { properties[option.name] = setting.schema(for: option) }
        let schema: [String: Any] = [
            "$schema": "http://json-schema.org/draft-07/schema#", "title": "alttext.yml",
            "description": "What alttext does with a site. The keys are the names of options.", "type": "object",
            "additionalProperties": false, "properties": properties,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        let text = String(decoding: data, as: UTF8.self) + "\n"
        try CommittedFile.expect("docs/alttext.schema.json", toHold: text)
        // The copy that `init` writes for editors.
        try CommittedFile.expect("Sources/alttext/Templates/alttext.schema.json", toHold: text)
    }

    private var ruleSchema: [String: Any] {
        let patterns = Setting("", .list).schema
        let descriptions = [
            "images": "Patterns of the image's path below the root, or of its URL; * matches / too.",
            "pages": "Patterns of the page's path below the root; * matches / too.",
            "classes": "Words of the image's class attribute.",
            "treat-as": "What the images are, whatever their pages say.", "length": "Which caption becomes the alt.",
            "exclude": "Whether the images are left out of everything.",
        ]
        var properties: [String: [String: Any]] = [
            "images": patterns, "pages": patterns, "classes": patterns,
            "treat-as": ["enum": ImageRule.Treatment.allCases.map(\.rawValue)],
            "length": ["enum": CaptionLength.allCases.map(\.rawValue)], "exclude": ["type": "boolean"],
        ]
        #expect(Set(ConfigurationReader.ruleKeys) == Set(properties.keys))
        for (key, text) in descriptions { properties[key]?["description"] = text }
        return [
            "type": "object", "additionalProperties": false, "properties": properties,
            "allOf": [
                ["anyOf": ["images", "pages", "classes"].map { ["required": [$0]] }],
                ["anyOf": ["treat-as", "length", "exclude"].map { ["required": [$0]] }],
            ],
        ]
    }

    @Test("are right in the file that init writes, once they are no comments")
    func template() async throws {
        let folder = try WorkFolder()
        #expect(try await Program.alttext.run(["init"], in: folder).status == 0)
        let lines = try folder.text("alttext.yml").split(separator: "\n")
        let text = lines.map { line in
            line.wholeMatch(of: /# ( *(?:- )?[a-z-]+:.*)/).map { String($0.1) } ?? String(line)
        }
        try folder.write(text.joined(separator: "\n") + "\n", to: "alttext.yml")
        try folder.makeFolder("public")
        let run = try await Program.alttext.run(["audit", "--allow-empty"], in: folder)
        #expect(
            run.errors == "alttext: alttext.baseline.jsonl: no such baseline. Check the path, or write it with "
                + "`alttext audit --update-baseline`.\n")
        #expect(text.count { $0.hasPrefix("#") } < lines.count { $0.hasPrefix("#") } - 15)
    }
}

extension Setting {
    fileprivate var kindInWords: String {
        let choices = self.choices.map { "`\($0)`" }.joined(separator: ", ")
        return switch form {
        case .flag: "true or false"
        case .text: choices.isEmpty ? "text" : choices
        case .path: "path"
        case .wholeNumber: "whole number"
        case .number: "number"
        case .words: choices.isEmpty ? "words" : "some of \(choices)"
        case .list: "texts"
        }
    }

    fileprivate var schema: [String: Any] {
        switch form {
        case .flag: return ["type": "boolean"]
        case .text, .path:
            guard choices.isEmpty else { return ["enum": choices] }
            return name.hasSuffix("url") ? ["type": "string", "format": "uri"] : ["type": "string"]
        case .wholeNumber, .number:
            var schema: [String: Any] = ["type": form == .number ? "number" : "integer"]
            if let minimum { schema["minimum"] = minimum }
            return schema
        case .words:
            let word: [String: Any] = choices.isEmpty ? ["type": "string"] : ["enum": choices]
            let words: [String: Any] = ["type": "array", "items": word, "minItems": 1, "uniqueItems": true]
            let list = choices.joined(separator: "|")
            return choices.isEmpty
                ? ["anyOf": [word, words]]
                : ["anyOf": [word, words, ["type": "string", "pattern": "^(\(list))( *, *(\(list)))*$"]]]
        case .list:
            let text: [String: Any] = ["type": "string"]
            return ["anyOf": [text, ["type": "array", "items": text]]]
        }
    }

    fileprivate func schema(for option: OptionDump.Option) -> [String: Any] {
        var schema = self.schema
        schema["description"] = option.help
        guard let value = option.defaultValue, !option.isFlag, !option.isRepeating else { return schema }
        schema["default"] = form == .number || form == .wholeNumber ? Double(value).map { $0 as Any } ?? value : value
        return schema
    }
}
