// SPDX-License-Identifier: Apache-2.0

/// Values written as YAML.
enum YAMLText {
    /// A text, in quotes where it needs some.
    static func scalar(_ text: String) -> String {
        // What YAML could take for anything but a text gets quotes.
        let isPlain =
            text.first.map { $0.isLetter || $0 == "_" } == true
            && !["true", "false", "null"].contains(text.lowercased())
            && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "/._-:".contains($0) }
            && !text.hasSuffix(":")
        return isPlain || text == "." ? text : "'\(text.replacing("'", with: "''"))'"
    }
}
