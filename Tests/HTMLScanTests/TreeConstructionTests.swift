// SPDX-License-Identifier: Apache-2.0

import PageTestSupport
import Testing

@testable import HTMLScan

/// The tree construction tests that the browsers' makers share, held against our tree.
@Suite("Tree construction")
struct TreeConstructionTests {
    @Test("builds the elements that a browser builds", arguments: try HTML5LibFile.all())
    func elements(file: HTML5LibFile) throws {
        for test in try file.tests() where test.isForUs {
            let page = Array(test.data)
            let document = try TreeBuilder.document(of: page, projection: page, from: 0)
            let outline = ElementOutline(of: document, page: page)
            #expect(outline.lines == test.expectedElements, "\(String(decoding: test.data, as: UTF8.self))")
        }
    }

    @Test("finds the images that a browser finds", arguments: try HTML5LibFile.all())
    func images(file: HTML5LibFile) throws {
        for test in try file.tests() where test.isForUs {
            let images = try ImageScanner().scan(Array(test.data)).images.filter { $0.kind == .img }
            let expected = test.expectedElements.filter { $0.hasSuffix("<img>") }
            #expect(images.count == expected.count, "\(String(decoding: test.data, as: UTF8.self))")
        }
    }

    @Test("has all 1,796 tests to run, less those for fragments and for scripting")
    func completeness() throws {
        let tests = try HTML5LibFile.all().flatMap { try $0.tests() }
        #expect(tests.count == 1796)
        #expect(tests.count(where: \.isForUs) == 1592)
    }
}

/// The elements of a document, one a line, as the tests' own format has them: attributes, text and comments left out.
private struct ElementOutline {
    private(set) var lines: [String] = []

    init(of document: Document, page: [UInt8]) {
        guard let root = document.root else { return }
        add(root, of: document, page: page, depth: 0)
    }

    private mutating func add(_ id: NodeID, of document: Document, page: [UInt8], depth: Int) {
        let node = document[id]
        guard node.kind == .element else { return }
        let prefix =
            switch node.namespace {
            case .html: ""
            case .svg: "svg "
            case .mathML: "math "
            }
        lines.append(String(repeating: "  ", count: depth) + "<\(prefix)\(document.spelling(of: id, in: page))>")
        // The tests show the contents of a template one level deeper.
        let inner = node.isHTML(.template) ? depth + 2 : depth + 1
        for child in document.children(of: id) { add(child, of: document, page: page, depth: inner) }
    }
}

extension Document {
    /// The name of an element, letters in lower case.
    func spelling(of id: NodeID, in page: [UInt8]) -> String {
        let node = self[id]
        let isKnown = node.name.known != .other
        let bytes =
            isKnown ? node.name.known.spelling : page[node.range.lowerBound + 1..<node.nameEnd].map(ASCII.lowercased)
        return String(decoding: bytes, as: UTF8.self)
    }
}
