// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// A catalog as a table for editors, and back.
///
/// Editors change `status` and `text`; `image`, `role` and `lang` tell which record a row is about, and the rest is there to
/// be read. `version` says what the record was when the table was made, so that two persons' changes are told apart.
public enum CatalogTable {
    /// The names of the columns, in order.
    public static let columns = [
        "src", "text", "status", "problem", "advice", "role", "lang", "page", "line", "short", "normal", "long",
        "source",
        "target", "date", "image", "version",
    ]
    static let requiredColumns = ["image", "role", "lang", "status", "text"]

    /// The table of some records, its header first.
    public static func bytes(of records: some Sequence<CaptionRecord>) -> [UInt8] {
        CSV.bytes(of: [columns] + records.map { record in columns.map { cell($0, of: record) } })
    }

    private static func cell(_ column: String, of record: CaptionRecord) -> String {
        switch column {
        case "src": record.src ?? ""
        case "text": record.text ?? ""
        case "status": record.status.rawValue
        case "problem": record.problem ?? ""
        case "advice": record.advice ?? ""
        case "role": record.key.role
        case "lang": record.key.language
        case "page": record.page ?? ""
        case "line": record.line.map(String.init) ?? ""
        case "source": record.source ?? ""
        case "target": record.target ?? ""
        case "date": record.date ?? ""
        case "image": record.key.image
        case "version": version(status: record.status, text: record.text)
        default: CaptionLength(rawValue: column).flatMap { record.captions[$0] } ?? ""
        }
    }

    /// What tells one state of a record from another; it begins with a letter, or spreadsheets would take some for numbers.
    static func version(status: CaptionStatus, text: String?) -> String {
        let state = "\(status.rawValue) \((text ?? "").whiteSpaceCollapsed)"
        return "v" + Digest.hexadecimal(of: Array(state.utf8)).prefix(12)
    }
}
