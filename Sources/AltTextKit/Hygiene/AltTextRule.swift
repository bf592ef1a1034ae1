// SPDX-License-Identifier: Apache-2.0

/// A rule of hygiene: something that a text alternative must not be, or better were not, whoever wrote it.
protocol AltTextRule: Sendable {
    /// What is wrong with a text at its place, as the end of a sentence that begins with the text; `nil` where nothing is.
    func problem(with text: String, at place: AltTextPlace) -> String?
}

/// A rule of hygiene that can be kept by changing the text.
protocol AltTextCleaning: Sendable {
    /// The text in keeping with the rule; what is so already stays as it is.
    func cleaned(_ text: String, language: String) -> String
}
