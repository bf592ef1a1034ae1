// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

extension FileReplacement {
    /// Gives a file this content in one step, whether or not there is one of that name.
    ///
    /// A pipe or device of that name is written to.
    public static func write(_ content: [UInt8], to path: FilePath) throws(FileError) {
        let existing: RegularFile
        do {
            existing = try RegularFile(contentsOf: path)
        } catch .missing {
            return try create(path, with: content)
        } catch .notRegular {
            return try FileError.wrapping("write it", path) {
                let descriptor = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
                _ = try descriptor.closeAfter { try descriptor.writeAll(content) }
            }
        }
        try replace(path, containing: existing.bytes, with: content)
    }

    private static func create(_ path: FilePath, with content: [UInt8]) throws(FileError) {
        let random = String(UInt64.random(in: .min ... .max), radix: 16)
        let temporary = path.removingLastComponent().appending(".alttext-\(random).tmp")
        try FileError.wrapping("create it", path) {
            let descriptor = try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            do {
                try descriptor.closeAfter {
                    try descriptor.writeAll(content)
                    try POSIX.flush(descriptor)
                }
                try POSIX.rename(temporary, to: path)
            } catch {
                // The first error is the one to tell.
                try? POSIX.remove(temporary)
                throw error
            }
        }
    }
}
