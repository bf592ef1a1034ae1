// SPDX-License-Identifier: Apache-2.0

/// Text from pages and services, made fit for a terminal.
public enum TerminalText {
    /// The text on one line; what could move the cursor, or reorder what is read, is shown as `\u{…}`.
    public static func escaped(_ text: String) -> String {
        escaped(text) { _ in false }
    }

    /// The same for text of several lines, which stay apart, and may have tabs.
    public static func escaped(lines text: String) -> String {
        escaped(text) { $0 == "\n" || $0 == "\t" }
    }

    private static func escaped(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isKept(scalar) || !isObeyed(scalar) {
                result.append(scalar)
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        return String(result)
    }

    /// Whether a terminal does something else with the scalar than to show it.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: scalar.properties.isBidiControl
        }
    }
}
