// SPDX-License-Identifier: Apache-2.0

/// What the authors of a site wrote elsewhere, and what names or describes images without alt.
public struct AuthoredTexts: Sendable {
    /// An alt that an author gave to an image, which may serve the same image elsewhere.
    struct Alt: Hashable, Sendable {
        let subject: ImageSubject
        let role: Role
        let language: String
        let text: String
    }

    /// The titles of all pages but those that only send their readers on, as often as they occur.
    private(set) var titles: [String] = []
    /// The alts of all pages, each once.
    private(set) var alts: Set<Alt> = []

    /// Nothing.
    public init() {}

    init(titles: [String], alts: Set<Alt>) {
        self.titles = titles
        self.alts = alts
    }

    mutating func add(_ other: AuthoredTexts) {
        titles += other.titles
        alts.formUnion(other.alts)
    }
}
