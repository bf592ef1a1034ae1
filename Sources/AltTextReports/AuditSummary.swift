// SPDX-License-Identifier: Apache-2.0

public import AltTextKit

/// The figures of an audit.
public struct AuditSummary: Sendable {
    /// How many pages were read.
    public let pageCount: Int
    /// How many pages could not be read.
    public let problemCount: Int
    /// How many findings there are: images, each once in each role.
    public let findingCount: Int
    /// How many places the findings have.
    public let placeCount: Int
    /// How many more findings are known and put off; `nil` where there is no baseline.
    public let knownCount: Int?
    private let placesByClass: [FindingClass: Int]
    private let findingsByLevel: [Level: Int]

    /// Counts what an audit found.
    public init(of audit: SiteAudit) {
        let findings = audit.findings
        pageCount = audit.pageCount
        problemCount = audit.problems.count
        knownCount = audit.known?.findingCount
        findingCount = findings.count
        placesByClass = audit.uses.reduce(into: [:]) { $0[$1.findingClass, default: 0] += 1 }
        placeCount = placesByClass.values.reduce(0, +)
        findingsByLevel = findings.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
    }

    /// The classes that occur, in the order of the product's list.
    public var classes: [FindingClass] {
        FindingClass.allCases.filter { placesByClass[$0] != nil }
    }

    /// How many places have a class.
    public func count(of findingClass: FindingClass) -> Int {
        placesByClass[findingClass] ?? 0
    }

    /// How many findings have a level.
    public func count(of level: Level) -> Int {
        findingsByLevel[level] ?? 0
    }

    /// Whether no image lacks a text, as far as the pages could be read; where some are known, they do.
    public var hasNothingMissing: Bool {
        count(of: .error) == 0 && count(of: .pixel) == 0 && problemCount == 0 && (knownCount ?? 0) == 0
    }

    /// What to say where nothing is missing: a machine sees a missing text, never a fitting one.
    static let nothingMissing =
        "No missing alt found. Whether each alt says the right thing, a person has to judge."

    /// The figures in one line for people.
    public var sentence: String {
        "\(pageCount.counting("page")): "
            + "\(findingCount.counting("finding")) in \(placeCount.counting("place")) "
            + "(\(count(of: .error).counting("error")), \(count(of: .warning).counting("warning")), "
            + "\(count(of: .note).counting("note")))"
            + (knownCount.map { ", \($0.counting("more known finding"))" } ?? "")
    }
}
