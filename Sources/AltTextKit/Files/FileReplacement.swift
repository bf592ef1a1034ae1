// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Puts new content in the place of a file in one step, so that a reader sees the old or the new, never a part.
///
/// Mode is kept, owner and group where the user may set them, and a symbolic link goes on naming the same file.
/// Access control lists and extended attributes are not kept. Of a file with several hard links only this name gets
/// the new content: the others keep the old, as the bytes of one file cannot be changed in one step.
public enum FileReplacement {
    /// Replaces the content of a file, unless it is no longer `original`.
    ///
    /// On return the new content has the file's name; a power cut right behind that may bring back the old file, whole.
    /// When an error is thrown the file is as it was, and the temporary file beside it is gone. Equal contents are not
    /// written. A file that the user may not write is left alone although the folder's permission would do.
    public static func replace(
        _ path: FilePath,
        containing original: [UInt8],
        with replacement: [UInt8]
    ) throws(FileError) {
        guard original != replacement else { return }
        let descriptor = try replacing(path, containing: original, with: replacement) { _ in }
        try FileError.wrapping("close it", path) { try descriptor.close() }
    }

    /// Does the work of ``replace(_:containing:with:)`` and returns the new file, open for reading and appending.
    ///
    /// `prepare` sees the new file before it gets its name.
    static func replacing(
        _ path: FilePath,
        containing original: [UInt8],
        with replacement: [UInt8],
        prepare: (FileDescriptor) throws -> Void
    ) throws(FileError) -> FileDescriptor {
        let target = try FileError.wrapping("find it", path) { try path.resolvingLinks() }
        let status = try statusOfWritable(target, calledBy: path)
        let folder = target.removingLastComponent()
        TemporaryFile.removeLeftovers(in: folder)
        let (temporary, descriptor) = try FileError.wrapping("create a file in its folder", path) {
            try TemporaryFile.create(in: folder)
        }
        do throws(FileError) {
            try FileError.wrapping("write it", path) {
                try descriptor.writeAll(replacement)
                try copyOwnerAndMode(of: status, to: descriptor)
                try prepare(descriptor)
                // The content has to be on the disk before the name: else a power cut leaves an empty file.
                try POSIX.flush(descriptor)
            }
            // As late as possible: what another program writes after this line is lost.
            guard try RegularFile(contentsOf: target, calledBy: path).bytes == original else { throw .changed(path) }
            try FileError.wrapping("replace it", path) { try POSIX.rename(temporary, to: target) }
        } catch {
            // The first error is the one to tell; these can only follow from it.
            try? descriptor.close()
            try? POSIX.remove(temporary)
            throw error
        }
        return descriptor
    }

    /// Makes the entries of a folder durable, where its file system and permissions let it be opened and flushed.
    ///
    /// Otherwise a power cut may bring back an old file, whole: that is no reason to call its replacement failed.
    static func flushFolder(_ folder: FilePath) {
        let folder = folder.isEmpty ? "." : folder
        guard let descriptor = try? FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec]) else {
            return
        }
        try? POSIX.flush(descriptor)
        try? descriptor.close()
    }

    private static func statusOfWritable(_ target: FilePath, calledBy path: FilePath) throws(FileError) -> Stat {
        try FileError.wrapping("write it", path) {
            let descriptor = try FileDescriptor.open(
                target,
                .readWrite,
                options: [.nonBlocking, .noFollow, .closeOnExec]
            )
            return try descriptor.closeAfter {
                let status = try descriptor.stat()
                guard status.type == .regular else { throw FileError.notRegular(path) }
                return status
            }
        }
    }

    private static func copyOwnerAndMode(of status: Stat, to descriptor: FileDescriptor) throws(Errno) {
        var permissions = status.permissions
        do {
            // Before the mode, since a change of owner clears the set-user and set-group bits.
            try POSIX.setOwner(status.userID, status.groupID, of: descriptor)
        } catch .notPermitted, .notSupported {
            // Only the superuser may give files away, but a member of the group may keep the group.
            try? POSIX.setOwner(UserID(rawValue: .max), status.groupID, of: descriptor)
            // These bits must not apply to another owner.
            permissions.remove([.setUserID, .setGroupID])
        }
        try POSIX.setPermissions(permissions, of: descriptor)
    }
}
