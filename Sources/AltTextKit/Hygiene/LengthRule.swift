// SPDX-License-Identifier: Apache-2.0

/// T7: A text alternative is heard in one go, so it should be no longer than a sentence; no standard sets a limit.
///
/// Nothing is ever cut off: half a sentence is worse than a long one. WAI: <https://www.w3.org/WAI/tutorials/images/tips/#tips>
public struct LengthRule: AltTextRule {
    /// How many characters are not yet long: a sentence of some 25 words.
    ///
    /// Of the numbers in use, 100, 125 and 150, the one that the W3C itself has named:
    /// <https://www.w3.org/WAI/ER/IG/ert/tech1-1.html>
    public static let defaultLimit = 150

    let limit: Int

    func problem(with text: String, at place: AltTextPlace) -> String? {
        text.count > limit
            ? "has \(text.count) characters; say the essence in \(limit), and the rest in the text beside the image"
            : nil
    }
}
