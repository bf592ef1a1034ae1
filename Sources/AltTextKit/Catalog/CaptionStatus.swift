// SPDX-License-Identifier: Apache-2.0

/// How far the text of a catalog record may be trusted, and what becomes of it.
public enum CaptionStatus: String, CaseIterable, Hashable, Sendable {
    /// A machine proposed the text; nobody has looked at it.
    case suggested
    /// A person accepted the text as it was proposed.
    case approved
    /// A person wrote or changed the text.
    case edited
    /// A person marked the image as decoration: `alt=""` is written.
    case decorative
    /// A person turned the text down: the image keeps having no `alt` and is not asked for again.
    case rejected

    /// Whether a person decided this, so that no machine may change it.
    public var isDecidedByPerson: Bool {
        self != .suggested
    }
}
