// SPDX-License-Identifier: Apache-2.0

/// T6: The text for a logo is the name that it stands for; that it is a logo does not belong to the name.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#logos,-insignia,-flags,-or-emblems>
struct LogoRule: AltTextRule {
    func problem(with text: String, at place: AltTextPlace) -> String? {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        let hasLogo = WordList.lists(for: place.language).contains { !$0.logos.isDisjoint(with: words) }
        return hasLogo ? "says that it is a logo; the name that the logo stands for is enough" : nil
    }
}
