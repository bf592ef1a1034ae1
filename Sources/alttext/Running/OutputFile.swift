// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that results go to.
enum OutputFile {
    /// Writes the whole file, in the place of what it held.
    ///
    /// - Throws: `OutputFileError`.
    static func write(_ bytes: [UInt8], to path: FilePath) throws {
        do {
            let descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
        } catch {
            throw OutputFileError(path: path, reason: "\(error)")
        }
    }
}

/// A file could not be written.
struct OutputFileError: Error, CustomStringConvertible {
    let path: FilePath
    let reason: String

    var description: String { "\(path): cannot be written: \(reason). Check the folder and its permissions." }
}
