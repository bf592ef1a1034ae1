// SPDX-License-Identifier: Apache-2.0

/// Images in a `noscript` that repeat one which a script loads: they are one image, reported and paid for once.
enum TwinRule {
    /// Makes twins of the places of one page.
    static func apply(to uses: inout [ImageUse]) {
        let shown = uses.filter { !$0.isInNoscript }.compactMap { $0.image?.key ?? $0.image?.name }
        let others = Set(shown)
        for index in uses.indices where uses[index].isInNoscript && uses[index].role != nil {
            guard let image = uses[index].image, others.contains(image.key ?? image.name) else { continue }
            uses[index].findingClass = .twin
            uses[index].reason = "The image is the copy of one on the same page, for readers without scripts."
        }
    }
}
