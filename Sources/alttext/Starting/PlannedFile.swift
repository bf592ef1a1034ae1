// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A file that `init` is about to write.
struct PlannedFile {
    let path: FilePath
    let bytes: [UInt8]
    var isExecutable = false
    /// Whether what is in the file stays in it.
    var isAdditive = false
    /// What is to be done next; `nil` where that is nothing.
    var nextStep: String?

    /// Writes the file, and makes the folders that it lies in.
    ///
    /// - Parameter isReplacing: Whether a file that is there may be written over.
    /// - Throws: `FileError`, `StartError`.
    func write(isReplacing: Bool) throws {
        if isReplacing || isAdditive, path.exists {
            return try FileReplacement.replace(
                path, containing: RegularFile(contentsOf: path).bytes, with: bytes)
        }
        do {
            let folder = path.removingLastComponent()
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
            }
            let descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: FilePermissions(rawValue: isExecutable ? 0o755 : 0o644))
            _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
        } catch Errno.fileExists {
            throw StartError.exists(path)
        } catch {
            throw StartError.notWritten(path, reason: (error as? Errno).map { "\($0)" } ?? "its folder cannot be made")
        }
    }
}

/// Why `init` did not write a file.
enum StartError: Error, CustomStringConvertible {
    case exists(FilePath)
    case notWritten(FilePath, reason: String)
    case noSuchFolder(FilePath)

    var description: String {
        switch self {
        case .exists(let path):
            "\(path.onOneLine): is there already; nothing was written. Pass --dry-run to see what would be, or --force to "
                + "write over it."
        case .notWritten(let path, let reason):
            "\(path.onOneLine): cannot be written: \(reason). Check the folder and its permissions."
        case .noSuchFolder(let path): "\(path.onOneLine): no such folder. Pass the one that the site is built in."
        }
    }
}
