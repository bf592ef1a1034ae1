// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The text that its author wrote into an image file: IPTC's alt text, or the title of an SVG.
///
/// IPTC: <https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata#alt-text-accessibility>
struct EmbeddedTextSource: AltSource {
    func answer(for use: ImageUse) -> AltAnswer? {
        guard use.role?.isDescribed == true, let image = use.image else { return nil }
        return image.embedded.text(for: use.languageTag).map {
            .text($0.text, language: LanguageTag.primary(of: $0.language ?? ""), origin: .embedded)
        }
    }
}
