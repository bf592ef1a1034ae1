// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that a report goes to.
enum OutputFile {
    /// Writes the whole file, in the place of what it held, in one step.
    ///
    /// - Throws: `OutputFileError`.
    static func write(_ text: String, to path: FilePath) throws {
        do {
            try FileReplacement.write(Array(text.utf8), to: path)
        } catch {
            throw OutputFileError(path: path, cause: error)
        }
    }
}

/// A report could not be written.
struct OutputFileError: Error, CustomStringConvertible {
    let path: FilePath
    let cause: FileError

    var description: String {
        if case .missing = cause {
            let folder = path.removingLastComponent().onOneLine
            return "\(path.onOneLine): there is no folder for the report. Create \(folder) first."
        }
        return "cannot write the report: \(cause)"
    }
}
