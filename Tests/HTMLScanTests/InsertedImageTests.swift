// SPDX-License-Identifier: Apache-2.0

import Foundation
import PageTestSupport
import Testing

@testable import HTMLScan

/// The tree construction tests with an image in front of every `<` and at the end, held against what two browser-grade
/// parsers make of them. `Scripts/expect-inserted-images.py` says how the expectations are made.
@Suite("Images inserted everywhere")
struct InsertedImageTests {
    @Test("are found where a browser has them", arguments: try HTML5LibFile.all())
    func places(file: HTML5LibFile) throws {
        let expectations = try Self.expectations.get()
        for (index, test) in try file.tests().enumerated() {
            let name = "\(file) \(index + 1)"
            let seenByBrowsers = try #require(expectations[name])
            let expected = Self.differences[name] ?? seenByBrowsers
            #expect(Self.differences[name] != seenByBrowsers, "\(name) is no difference")

            let page = test.dataWithImages
            #expect(try Self.places(in: page) == expected, "\(name)")
            let images = try ImageScanner().scan(page).images.filter {
                $0.kind == .img && !$0.surroundings.isInTemplate
            }
            let offsets = expected.map { $0.split(separator: "@").last.flatMap { Int($0) } }
            #expect(images.map(\.tag.lowerBound) == offsets, "\(name)")
        }
    }

    @Test("are looked for in all 1,796 tests, those for fragments and for scripting too")
    func completeness() throws {
        let expectations = try Self.expectations.get()
        let names = try HTML5LibFile.all().flatMap { file in try file.tests().indices.map { "\(file) \($0 + 1)" } }
        #expect(names.count == 1796 && Set(names) == Set(expectations.keys))
        #expect(expectations.values.reduce(0) { $0 + $1.count } == 7966)
    }

    /// Where we differ from both parsers, with what we find.
    ///
    /// The `selectedcontent` in the button of a `select` shows a copy of the selected option. The parsers make that copy, as
    /// the newest browsers do: it has no tag in the page into which an attribute could go, and stands twice in their trees.
    /// It is in the place of what the page itself has in that element, and browsers without such a `select` show that.
    private static let differences = [
        "webkit02.dat 45": "body@0 select@19 button@38 selectedcontent@66 select@86 option@106",
        "webkit02.dat 46": "body@0 select@19 button@38 selectedcontent@66 select@86 option@106 i@121 b@137 b@153",
        "webkit02.dat 47": "body@0 select@19 button@38 selectedcontent@66 select@86 option@106 option@126",
        "webkit02.dat 48": "body@0 select@19 button@38 selectedcontent@66 select@86 option@106 option@135",
    ].mapValues { $0.split(separator: " ").map(String.init) }

    /// For each test the images that the parsers see, each as the name of the element it is in, `@`, and the byte offset of
    /// its tag.
    private static let expectations = Result {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/inserted-images.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let words = line.split(separator: " ").map(String.init)
                return ("\(words[0]) \(words[1])", Array(words[2...]))
            })
    }

    /// The images of a page as the expectations have them; the contents of templates are no part of the tree.
    private static func places(in page: [UInt8]) throws -> [String] {
        let document = try TreeBuilder.document(of: page, projection: page, from: 0)
        guard let root = document.root else { return [] }
        return document.descendants(of: root).filter { id in
            document[id].isHTML(.img) && !document.ancestors(of: id).contains { document[$0].isHTML(.template) }
        }
        .map { id in
            let parent = document[id].parent.map { document.spelling(of: $0, in: page) } ?? ""
            return "\(parent)@\(document[id].range.lowerBound)"
        }
    }
}
