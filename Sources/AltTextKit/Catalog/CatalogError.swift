// SPDX-License-Identifier: Apache-2.0

/// Why the caption catalog cannot be read or written, besides what a ``FileError`` says.
public enum CatalogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line that is no record, counted from 1. Nothing was changed.
    case badLine(path: String, line: Int, reason: String)
    /// The catalog was opened for reading, or was finished.
    case notOpenForWriting(path: String)

    /// One line that says what happened and what to do.
    public var description: String {
        switch self {
        case .badLine(let path, let line, let reason):
            "\(path):\(line): \(reason). Nothing was changed; correct or delete this line and run again."
        case .notOpenForWriting(let path): "\(path): the catalog is not open for writing; nothing was written."
        }
    }
}
