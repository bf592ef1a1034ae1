// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One line of `audit --format jsonl`, read as any other program would.
struct AuditLine: Decodable {
    let page: String
    let line: Int
    let column: Int
    let offset: Int
    let findingClass: String
    let level: String
    let src: String?
    let image: String?
    let key: String?
    let reason: String

    enum CodingKeys: String, CodingKey {
        case page, line, column, offset, level, src, image, key, reason
        case findingClass = "class"
    }

    /// Whether it is about an `img` outside of `template` that has no `alt`.
    var isMissingAlt: Bool {
        !["whitespace-alt", "suspicious-alt", "input-image", "area", "inert"].contains(findingClass)
    }

    /// The lines of a report.
    static func lines(of text: String) throws -> [AuditLine] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(AuditLine.self, from: Data($0.utf8)) }
    }
}

/// `audit --format json`.
struct AuditDocument: Decodable {
    struct Summary: Decodable {
        let pages: Int
        let unreadablePages: Int
        let findings: Int
        let places: Int
        let levels: [String: Int]
        let classes: [String: Int]
    }

    struct Place: Decodable, Hashable {
        let page: String
        let line: Int
        let column: Int
        let offset: Int
        let src: String?
    }

    struct Finding: Decodable {
        let level: String
        let image: String?
        let key: String?
        let places: [Place]
    }

    struct Problem: Decodable {
        let page: String
        let reason: String
    }

    let schema: Int
    let summary: Summary
    let findings: [Finding]
    let problems: [Problem]
}

/// What two other parsers see in a page of `fixtures/site`.
struct ExpectedPage: Decodable {
    let file: String
    let encoding: String
    let src: [String?]

    static func all() throws -> [ExpectedPage] {
        let text = try String(
            contentsOf: WorkFolder.fixtures.appendingPathComponent("site-expected.jsonl"),
            encoding: .utf8
        )
        return try text.split(separator: "\n").map { try JSONDecoder().decode(ExpectedPage.self, from: Data($0.utf8)) }
    }
}
