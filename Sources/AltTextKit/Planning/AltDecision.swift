// SPDX-License-Identifier: Apache-2.0

/// What is to be done at one place.
public enum AltDecision: Hashable, Sendable {
    /// The attribute is inserted.
    case insert(AltInsertion, origin: AltOrigin)
    /// A caption would be the answer, and there is none yet.
    case needsCaption
    /// The image keeps having no alt, for this reason; a person has to see to it.
    case leave(reason: String)
    /// There is nothing to do: no text is ever written for images of this class.
    case nothing
}
