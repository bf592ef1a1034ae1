// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTMLScan
import SystemPackage
import Testing

@testable import AltTextKit

/// A page that the W3C publishes to hold an ACT rule's implementations against.
///
/// <https://www.w3.org/WAI/standards-guidelines/act/implementations/>
struct ACTTestCase: Decodable, Sendable, CustomTestStringConvertible {
    enum Outcome: String, Decodable {
        case passed, failed, inapplicable
    }

    let ruleId: String
    let ruleName: String
    let expected: Outcome
    let testcaseTitle: String
    let relativePath: String
    let rulePage: String?

    /// What the case is called in the list of those that are out of reach, such as `23a2a8 Failed Example 2`.
    var name: String { "\(ruleId) \(testcaseTitle)" }

    var testDescription: String { name }

    static let root = FilePath(#filePath).removingLastComponent().removingLastComponent().appending("Fixtures/act")
    private static let folder = FilePath("WAI/content-assets/wcag-act-rules")

    /// All cases, in the order of the published list.
    static func all() throws -> [ACTTestCase] {
        struct List: Decodable {
            let testcases: [ACTTestCase]
        }
        let path = root.pushing(folder).appending("testcases.json").string
        return try JSONDecoder().decode(List.self, from: Data(contentsOf: URL(filePath: path))).testcases
    }

    /// What the rules find on the page: which rule, and which class.
    func findings() throws -> [(rule: String, findingClass: FindingClass)] {
        let page = Self.folder.pushing(FilePath(relativePath))
        let library = ImageLibrary(
            resolver: ReferenceResolver(root: Self.root, siteURL: nil), candidates: ImageCandidates())
        let scanned = try ImageScanner().scan(RegularFile(contentsOf: Self.root.pushing(page)).bytes)
        let base = library.resolver.base(ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
        return scanned.images.compactMap { element in
            let image = library.image(of: element, against: base)
            for rule in Classifier.rules {
                if let verdict = rule.verdict(on: element, image: image) { return (rule.id, verdict.findingClass) }
            }
            return nil
        }
    }
}
