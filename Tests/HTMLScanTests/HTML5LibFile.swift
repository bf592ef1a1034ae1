// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A file of tree construction tests in the format of html5lib-tests.
struct HTML5LibFile: CustomTestStringConvertible, Sendable {
    let url: URL

    var testDescription: String { url.lastPathComponent }

    static func all() throws -> [HTML5LibFile] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/html5lib")
        return try [folder, folder.appending(path: "scripted")].flatMap {
            try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }
        .filter { $0.pathExtension == "dat" }
        .sorted { $0.path < $1.path }
        .map(HTML5LibFile.init)
    }

    func tests() throws -> [HTML5LibTest] {
        let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var tests: [HTML5LibTest] = []
        var section = ""
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            // Data may hold a line that looks like the head of a section, but never one that is "#data" itself.
            if text == "#data" {
                tests.append(HTML5LibTest())
                section = text
            } else if HTML5LibTest.sections.contains(text), section != "#data" || text == "#errors" {
                section = text
                tests[tests.count - 1].sections.insert(text)
            } else if section == "#data" {
                tests[tests.count - 1].dataLines.append(Data(line))
            } else if section == "#document" {
                tests[tests.count - 1].documentLines.append(text)
            }
        }
        return tests
    }
}

/// One test: a page, and the tree that comes of it.
struct HTML5LibTest {
    static let sections: Set<String> = [
        "#errors", "#new-errors", "#document-fragment", "#document", "#script-off", "#script-on",
    ]

    var sections: Set<String> = []
    var dataLines: [Data] = []
    var documentLines: [String] = []

    var data: Data { Data(dataLines.joined(separator: [UInt8(ascii: "\n")])) }

    /// Whether it is about a whole document, scripting off.
    var isForUs: Bool { sections.isDisjoint(with: ["#document-fragment", "#script-on"]) }

    /// The elements of the tree, indented as they are nested; without what scripts, or the copying of options, add.
    var expectedElements: [String] {
        var lines: [String] = []
        var copiesDeeperThan: Int?
        for line in documentLines where line.hasPrefix("| ") {
            let content = line.dropFirst(2)
            let depth = content.prefix { $0 == " " }.count
            if let limit = copiesDeeperThan, depth > limit { continue }
            copiesDeeperThan = nil
            let text = content.dropFirst(depth)
            guard text.hasPrefix("<"), text.hasSuffix(">"), !text.hasPrefix("<!"), !text.hasPrefix("<?") else {
                continue
            }
            lines.append(content.lowercased())
            if text == "<selectedcontent>" { copiesDeeperThan = depth }
        }
        return lines
    }
}
