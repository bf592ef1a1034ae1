// SPDX-License-Identifier: Apache-2.0

/// What kind of case an image is. The raw values are those of reports.
public enum FindingClass: String, CaseIterable, Hashable, Sendable {
    /// An image that says something, without `alt`.
    case content
    /// The only image of a `figure` that has a caption.
    case figureCaptioned = "figure-captioned"
    /// The sole content of a link or button.
    case functionalAlone = "functional-alone"
    /// An image beside text in a link or button.
    case functionalWithText = "functional-with-text"
    /// An image for counting views, of no use to a reader.
    case pixel
    /// The `noscript` copy of an image beside it.
    case twin
    /// An image that has a name from `aria-label`, `aria-labelledby` or `title`.
    case namedOtherwise = "named-otherwise"
    /// An image with the role `none` or `presentation`.
    case presentational
    /// An image that is hidden from everybody, or from assistive technology.
    case hidden
    /// An `alt` of nothing but white space.
    case whitespaceAlt = "whitespace-alt"
    /// An image inside of a `template`.
    case inert
    /// An image whose source leads nowhere.
    case unresolvable
    /// An image that the caption service does not take, and that has no text of its own.
    case unsupportedFormat = "unsupported-format"
    /// An image on a page in a language other than that of the captions.
    case languageMismatch = "language-mismatch"
    /// An `input type=image` without `alt`.
    case inputImage = "input-image"
    /// An `area` with a link and without `alt`.
    case area
    /// An `alt` that is there, but bad.
    case suspiciousAlt = "suspicious-alt"

    /// How much a finding of this class weighs; a twin weighs what its twin weighs.
    public var level: Level {
        switch self {
        case .content, .figureCaptioned, .functionalAlone, .functionalWithText, .twin, .unresolvable,
            .unsupportedFormat,
            .languageMismatch, .inputImage, .area:
            .error
        case .pixel, .whitespaceAlt, .suspiciousAlt: .warning
        case .namedOtherwise, .presentational, .hidden, .inert: .note
        }
    }

    /// Whether the class is about an `img` that has no `alt` at all.
    public var isMissingAlt: Bool {
        switch self {
        case .whitespaceAlt, .suspiciousAlt, .inputImage, .area: false
        default: true
        }
    }
}
