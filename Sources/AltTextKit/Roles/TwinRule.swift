// SPDX-License-Identifier: Apache-2.0

/// D8: Images in a `noscript` that repeat one which a script loads: they are one image, reported and paid for once.
///
/// Most often that is the image beside them, with its source in `data-src`, where a script that loads images late finds it.
/// HTML: <https://html.spec.whatwg.org/multipage/scripting.html#the-noscript-element>
enum TwinRule {
    /// What two places have to share for one text to be right for both.
    private struct Purpose: Hashable {
        let image: String
        let role: Role
        let language: String

        /// The purpose of a place; `nil` where no text is written, so that none can be shared.
        init?(_ use: ImageUse) {
            guard let image = use.image, let role = use.role else { return nil }
            self.image = image.key ?? image.name
            self.role = role
            language = use.language
        }
    }

    /// Makes twins of the places of one page.
    static func apply(to uses: inout [ImageUse]) {
        let shown = Set(uses.filter { !$0.isInNoscript }.compactMap { Purpose($0) })
        for index in uses.indices where uses[index].isInNoscript {
            guard let purpose = Purpose(uses[index]), shown.contains(purpose) else { continue }
            uses[index].findingClass = .twin
            uses[index].reason = "The image is the copy of one on the same page, for readers without scripts."
            uses[index].ownNextStep = nil
        }
    }
}
