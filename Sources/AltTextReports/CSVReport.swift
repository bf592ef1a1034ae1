// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One row a place, in page order, then document order, below a row of names.
///
/// RFC 4180: <https://www.rfc-editor.org/rfc/rfc4180>
enum CSVReport {
    private static let columns = [
        "page", "line", "column", "offset", "class", "level", "src", "image", "key", "role", "language", "reason",
        "next",
    ]

    static func text(for audit: SiteAudit) -> String {
        // On one line, and fit for a terminal as much as for a spreadsheet.
        let rows = audit.uses.lazy.map { cells(of: $0).map { TerminalText.escaped($0) } }
        return String(
            decoding: CSV.bytes(of: [columns], isMarked: false) + CSV.bytes(of: rows, isMarked: false), as: UTF8.self)
    }

    private static func cells(of use: ImageUse) -> [String] {
        [
            use.page.string, "\(use.line)", "\(use.column)", "\(use.offset)", use.findingClass.rawValue,
            use.level.rawValue, use.src ?? "", use.image?.name ?? "", use.image?.key ?? "", use.role?.rawValue ?? "",
            use.language, use.reason, use.nextStep,
        ]
    }
}
