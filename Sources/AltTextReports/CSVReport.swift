// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One row a place, in page order, then document order, below a row of names.
///
/// RFC 4180: <https://www.rfc-editor.org/rfc/rfc4180>
enum CSVReport {
    static func text(for audit: SiteAudit) -> String {
        var text = row([
            "page", "line", "column", "offset", "class", "level", "src", "image", "key", "role", "language", "reason",
            "next",
        ])
        for page in audit.pages {
            for use in page.uses {
                text += row([
                    use.page.string, "\(use.line)", "\(use.column)", "\(use.offset)", use.findingClass.rawValue,
                    use.level.rawValue, use.src ?? "", use.image?.name ?? "", use.image?.key ?? "",
                    use.role?.rawValue ?? "", use.language, use.reason, use.nextStep,
                ])
            }
        }
        return text
    }

    private static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// The text as a field: on one line, and nothing that a spreadsheet takes for a formula. Where one would, `'` stands in
    /// front.
    ///
    /// OWASP: <https://owasp.org/www-community/attacks/CSV_Injection>
    private static func field(_ text: String) -> String {
        // With tabs and line ends escaped, these are left; the last four are full-width forms, which some programs take, too.
        let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
        var text = TerminalText.escaped(text)
        if let first = text.unicodeScalars.first, formulaStarts.contains(first) { text = "'" + text }
        guard text.utf8.contains(where: { "\",;'".utf8.contains($0) }) else { return text }
        return "\"" + text.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }
}
