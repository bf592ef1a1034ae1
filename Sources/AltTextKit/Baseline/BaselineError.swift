// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Why a baseline cannot be read, besides what a ``FileError`` says.
public enum BaselineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing has this name.
    case missing(FilePath)
    /// A line that is no finding, counted from 1.
    case badLine(path: String, line: Int, reason: String)

    /// One line that says what happened and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path.onOneLine): no such baseline. Check the path, or write it with `alttext audit --update-baseline`."
        case .badLine(let path, let line, let reason):
            "\(path):\(line): \(reason). Correct or delete this line and run again."
        }
    }
}
