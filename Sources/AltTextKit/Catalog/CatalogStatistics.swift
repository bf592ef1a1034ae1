// SPDX-License-Identifier: Apache-2.0

/// The figures of a catalog.
public struct CatalogStatistics: Hashable, Sendable {
    /// How many records there are.
    public let recordCount: Int
    /// How many images they are about.
    public let imageCount: Int
    /// How many captions were asked for and are kept, each length of an image once, by length.
    public let captionCounts: [CaptionLength: Int]
    /// How many records have a status.
    public let statusCounts: [CaptionStatus: Int]
    /// How many records have a role, by its name in the catalog.
    public let roleCounts: [String: Int]
    /// How many records have a language, by its tag; empty for none.
    public let languageCounts: [String: Int]
    /// How many suggested texts are not written as they are, since a rule speaks against them.
    public let problemCount: Int

    /// Counts some records.
    public init(of records: [CaptionRecord]) {
        func counts<Value: Hashable>(_ value: (CaptionRecord) -> Value) -> [Value: Int] {
            records.reduce(into: [:]) { $0[value($1), default: 0] += 1 }
        }
        recordCount = records.count
        imageCount = Set(records.map(\.key.image)).count
        captionCounts = records.captionsByImage.values.reduce(into: [:]) { counts, captions in
            for length in captions.keys { counts[length, default: 0] += 1 }
        }
        statusCounts = counts(\.status)
        roleCounts = counts(\.key.role)
        languageCounts = counts(\.key.language)
        problemCount = records.count { $0.status == .suggested && $0.problem != nil }
    }
}
