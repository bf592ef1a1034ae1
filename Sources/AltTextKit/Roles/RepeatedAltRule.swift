// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The same alt on two images side by side, which a reader hears twice. Of a group one image has the text.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#a-group-of-images-that-form-a-single-larger-image>
enum RepeatedAltRule {
    /// The verdict on an image whose alt is that of the one in front of it.
    ///
    /// `nil` where it is another, or where anything but white space stands between the two.
    static func verdict(
        on element: ImageElement, after previous: ImageElement?, inPage page: [UInt8]
    ) -> Classifier.Verdict? {
        guard let previous, isHeard(element), isHeard(previous), let alt = element["alt"],
            !alt.allSatisfy(\.isWhitespace), alt == previous["alt"], previous.tag.upperBound <= element.tag.lowerBound,
            page[previous.tag.upperBound..<element.tag.lowerBound].allSatisfy(isWhitespace)
        else { return nil }
        return Classifier.Verdict(
            findingClass: .suspiciousAlt, role: nil,
            reason: "The alt \"\(alt.prefix(60))\" is that of the image in front of it; "
                + "one of a group is enough, with alt=\"\" on the rest.")
    }

    private static func isHeard(_ element: ImageElement) -> Bool {
        element.kind == .img && !element.surroundings.isInTemplate && element.surroundings.hidingEvidence == nil
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
