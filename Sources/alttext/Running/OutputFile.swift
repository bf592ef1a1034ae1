// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that a report goes to.
enum OutputFile {
    /// Writes the whole file, in the place of what it held.
    ///
    /// - Throws: `OutputFileError`.
    static func write(_ text: String, to path: FilePath) throws {
        do {
            let descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try descriptor.closeAfter { try descriptor.writeAll(text.utf8) }
        } catch {
            throw OutputFileError(path: path, reason: "\(error)")
        }
    }
}

/// A report could not be written.
struct OutputFileError: Error, CustomStringConvertible {
    let path: FilePath
    let reason: String

    var description: String { "\(path): cannot write the report: \(reason). Check the folder and its permissions." }
}
