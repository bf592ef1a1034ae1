// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import AltTextReports
import Foundation
import SystemPackage
import Testing

@Suite("docs/formats.md")
struct FormatsDocumentTests {
    private static let path = "docs/formats.md"
    private static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <title>Rex</title>
        <p>This is Rex: <img src="img/dog.png">
        <p>Rex again: <img src="img/dog.png">, and <img src="img/dog.png" alt="photo">
        """

    private func report(_ format: ReportFormat) async throws -> String {
        let site = try ReportSite(
            ["public/index.html": Self.page], images: ["public/img/dog.png": ReportSite.drawing()])
        let audit = try await site.audit(of: "public")
        var settings = ReportSettings()
        settings.workingFolder = site.folder
        return withExtendedLifetime(site) { format.report(on: audit, settings: settings) }
            .replacing(#/file://[^"]*/alttext-reports-[^"]*//#, with: "file:///home/me/site/")
    }

    @Test("shows the page that its examples are of")
    func page() throws {
        #expect(try Repository.text(of: Self.path).contains("```html\n\(Self.page)\n```"))
    }

    @Test("shows what the formats look like", arguments: ReportFormat.allCases.filter { $0 != .html })
    func examples(format: ReportFormat) async throws {
        var example = try await report(format).replacing("\r\n", with: "\n")
        let languages: [ReportFormat: String] = [
            .json: "json", .jsonl: "json", .sarif: "json", .gitlab: "json", .junit: "xml", .markdown: "markdown",
            .csv: "csv",
        ]
        if [.json, .sarif].contains(format) {
            // As somebody looks at it who has to read it; without the rules, which are the same for every site.
            let document = try JSONValue(parsing: example.utf8).replacing("rules", by: [])
            example = document.indented() + "\n"
        }
        try Snapshot.expect(
            "```\(languages[format] ?? "text")\n\(example)```", inSection: format.rawValue, of: Self.path)
    }

    @Test("has the page of findings beside it")
    func html() async throws {
        try Snapshot.expect(try await report(.html), toMatch: "../../../docs/formats/example.html")
    }

    @Test("has a section for each format, and no other")
    func sections() throws {
        let headings = try Repository.text(of: Self.path).matches(of: #/```[\s\S]*?```|\n## (.*)\n/#).compactMap {
            $0.1.map(String.init)
        }
        #expect(headings == ReportFormat.allCases.map(\.rawValue))
    }
}

extension JSONValue {
    /// The value with that of each member of a name replaced.
    fileprivate func replacing(_ name: String, by replacement: JSONValue) -> JSONValue {
        switch self {
        case .array(let elements): .array(elements.map { $0.replacing(name, by: replacement) })
        case .object(let object):
            .object(
                JSONObject(
                    object.members.map {
                        ($0.name, $0.name == name ? replacement : $0.value.replacing(name, by: replacement))
                    }))
        default: self
        }
    }

    /// The value on several lines where one would be long.
    fileprivate func indented(by indentation: String = "") -> String {
        let line = description
        guard line.count + indentation.count > 100 else { return line }
        let inner = indentation + "  "
        switch self {
        case .array(let elements):
            return "[\n" + elements.map { inner + $0.indented(by: inner) }.joined(separator: ",\n")
                + "\n\(indentation)]"
        case .object(let object):
            let members = object.members.map { "\(inner)\"\($0.name)\": \($0.value.indented(by: inner))" }
            return "{\n" + members.joined(separator: ",\n") + "\n\(indentation)}"
        default: return line
        }
    }
}
