// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A file of tree construction tests in the format of html5lib-tests.
package struct HTML5LibFile: CustomStringConvertible, Sendable {
    let url: URL

    /// The path in the folder of all files.
    package var description: String { String(url.path.dropFirst(Self.folder.path.count + 1)) }

    private static let folder = SamplePages.repository.appending(path: "Tests/HTMLScanTests/Fixtures/html5lib")

    /// All files, in the order of their paths.
    package static func all() throws -> [HTML5LibFile] {
        try [folder, folder.appending(path: "scripted")].flatMap {
            try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }
        .filter { $0.pathExtension == "dat" }
        .sorted { $0.path < $1.path }
        .map(HTML5LibFile.init)
    }

    /// The tests, in order.
    package func tests() throws -> [HTML5LibTest] {
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
package struct HTML5LibTest {
    static let sections: Set<String> = [
        "#errors", "#new-errors", "#document-fragment", "#document", "#script-off", "#script-on",
    ]

    var sections: Set<String> = []
    var dataLines: [Data] = []
    var documentLines: [String] = []

    /// The page.
    package var data: Data { Data(dataLines.joined(separator: [UInt8(ascii: "\n")])) }

    /// The page with an image in front of every `<` and at the end.
    package var dataWithImages: [UInt8] {
        let image = Array("<img src=p>".utf8)
        return data.flatMap { $0 == UInt8(ascii: "<") ? image + [$0] : [$0] } + image
    }

    /// Whether it is about a whole document, scripting off.
    package var isForUs: Bool { sections.isDisjoint(with: ["#document-fragment", "#script-on"]) }

    /// The elements of the tree, indented as they are nested; without what scripts, or the copying of options, add.
    package var expectedElements: [String] {
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
