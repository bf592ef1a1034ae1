// SPDX-License-Identifier: Apache-2.0

/// What an image is there for, which decides about the right text: the same image can need another text in another role.
///
/// The raw values are those of the catalog.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case content
    case figureCaptioned = "figure-captioned"
    case functionalAlone = "functional-alone"
    case functionalWithText = "functional-with-text"

    /// Whether a description of the image is the right text.
    public var isDescribed: Bool {
        self == .content || self == .figureCaptioned
    }
}
