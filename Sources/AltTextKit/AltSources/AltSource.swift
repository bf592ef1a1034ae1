// SPDX-License-Identifier: Apache-2.0

/// Something that may know the text alternative of an image without asking anybody.
public protocol AltSource: Sendable {
    /// What it knows of an image in its place; `nil` where that is nothing, so that the next source is asked.
    func answer(for use: ImageUse) -> AltAnswer?
}

/// What an alt source says.
public enum AltAnswer: Hashable, Sendable {
    /// This text; its `language` is the primary subtag of the text's own, empty where nobody says which it is.
    case text(String, language: String, origin: AltOrigin)
    /// `alt=""`: the image says nothing.
    case decorative(origin: AltOrigin)
    /// Nothing is to be written, and nobody else to be asked, for this reason.
    case withheld(reason: String)
}

/// Where a text comes from. The raw values are those of the catalog's `source` and of reports.
public enum AltOrigin: String, CaseIterable, Hashable, Sendable {
    /// A person wrote, accepted or chose it in the catalog.
    case person
    /// The image is a pixel that is not for the reader.
    case pixel
    /// The title of the page that the image's link leads to, or another name of the link.
    case linkTarget = "link-target"
    /// The image file carries it.
    case embedded
    /// The same image has it elsewhere on the site.
    case reuse
    /// The caption service.
    case modelsLab = "modelslab"
}
