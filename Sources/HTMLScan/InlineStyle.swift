// SPDX-License-Identifier: Apache-2.0

/// The declarations of a `style` attribute: what a page shows of its style without its style sheets.
///
/// CSS: <https://www.w3.org/TR/css-style-attr/#syntax>
package struct InlineStyle {
    private let values: [String: String]

    /// Reads an attribute's value. Names and values are taken in lower case, values without white space.
    package init(_ text: String) {
        var values: [String: (value: String, isImportant: Bool)] = [:]
        for declaration in Self.withoutComments(text).split(separator: ";") {
            let parts = declaration.lowercased().filter { !$0.isWhitespace }.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].replacing("!important", with: "")
            let isImportant = value.count < parts[1].count
            // The last declaration holds, but for important ones.
            if values[String(parts[0])]?.isImportant == true, !isImportant { continue }
            values[String(parts[0])] = (String(value), isImportant)
        }
        self.values = values.mapValues(\.value)
    }

    /// The value of the property with this lower-case name; `nil` where the attribute does not declare it.
    package subscript(property: String) -> String? { values[property] }

    /// Whether the attribute puts a picture in the place of the element's own, as where one file holds many icons.
    package var hasPicture: Bool {
        values.keys.contains { $0.hasPrefix("background") || $0 == "content" }
    }

    private static func withoutComments(_ text: String) -> String {
        var rest = text[...]
        var result = ""
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            // A comment that nothing ends goes on to the end.
            guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}
