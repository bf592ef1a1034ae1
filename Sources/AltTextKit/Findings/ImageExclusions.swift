// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The images that the user wants left out.
public struct ImageExclusions: Sendable {
    /// A pattern that is no regular expression.
    public struct InvalidPattern: Error, Hashable, Sendable, CustomStringConvertible {
        /// The pattern as it was given.
        public let pattern: String
        /// What is wrong with it.
        public let reason: String

        /// What happened, as one line.
        public var description: String { "\"\(pattern)\" is not a regular expression: \(reason)" }
    }

    private let patterns: [String]

    /// Leaves out the images in whose URL or path one of these regular expressions matches somewhere.
    public init(matching patterns: [String] = []) throws(InvalidPattern) {
        for pattern in patterns {
            do {
                _ = try Regex(pattern)
            } catch {
                throw InvalidPattern(pattern: pattern, reason: "\(error)")
            }
        }
        self.patterns = patterns
    }

    /// Leaves out nothing.
    public init() {
        patterns = []
    }

    /// The patterns, ready to be used. A `Regex` is not `Sendable`, so each worker makes its own.
    struct Matcher {
        fileprivate let expressions: [Regex<AnyRegexOutput>]

        func matches(_ image: SiteImage?, of element: ImageElement) -> Bool {
            guard !expressions.isEmpty else { return false }
            let names = [image?.name, element["src"]].compactMap { $0 }
            return expressions.contains { expression in names.contains { $0.contains(expression) } }
        }
    }

    func makeMatcher() -> Matcher {
        // The initializer has tried them all.
        Matcher(expressions: patterns.compactMap { try? Regex($0) })
    }
}
