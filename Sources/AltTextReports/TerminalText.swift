// SPDX-License-Identifier: Apache-2.0

/// Text from pages and services, made fit for a terminal.
public enum TerminalText {
    /// The text on one line; what could move the cursor, or reorder what is read, is shown as `\u{…}`.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                if scalar.properties.isBidiControl {
                    result += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
