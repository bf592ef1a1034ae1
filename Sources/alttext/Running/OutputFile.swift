// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that results go to.
enum OutputFile {
    /// Writes the whole file, in the place of what it held.
    ///
    /// Where that fails the file that was there is as it was, and a new one is gone. Only what cannot be replaced is
    /// written in place: a pipe or a device, a file in a folder that takes no others, or one that is mounted by itself.
    ///
    /// - Throws: `FileError` or `OutputFileError`.
    static func write(_ bytes: [UInt8], to path: FilePath) throws {
        do throws(FileError) {
            let old = try RegularFile(contentsOf: path).bytes
            try FileReplacement.replace(path, containing: old, with: bytes)
        } catch .missing {
            try writeInPlace(bytes, to: path, isNew: true)
        } catch .notRegular, .notPermitted, .failed(_, _, .resourceBusy) {
            try writeInPlace(bytes, to: path, isNew: false)
        }
    }

    private static func writeInPlace(_ bytes: [UInt8], to path: FilePath, isNew: Bool) throws {
        do {
            let descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            do {
                _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
            } catch {
                // The first error is the one to tell.
                if isNew { try? POSIX.remove(path) }
                throw error
            }
        } catch {
            throw OutputFileError(path: path, cause: error)
        }
    }
}

/// A file could not be written.
struct OutputFileError: Error, CustomStringConvertible {
    let path: FilePath
    let cause: any Error

    var description: String {
        if let cause = cause as? Errno, cause == .noSuchFileOrDirectory {
            let folder = path.removingLastComponent().onOneLine
            return "\(path.onOneLine): there is no folder for it. Create \(folder) first."
        }
        return "\(path.onOneLine): cannot be written: \(cause). Check the folder and its permissions."
    }
}
