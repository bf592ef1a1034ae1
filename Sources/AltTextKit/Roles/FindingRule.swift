// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// A rule that tells what kind of case an image is. `docs/rules.md` has them all in one table.
protocol FindingRule: Sendable {
    /// What the rule is called in that table, such as `D4`.
    var id: String { get }

    /// The verdict on an element; `nil` where the rule has nothing to say about it.
    ///
    /// - Parameter image: What the element shows; `nil` where it names no image.
    func verdict(on element: ImageElement, image: SiteImage?) -> Classifier.Verdict?
}
