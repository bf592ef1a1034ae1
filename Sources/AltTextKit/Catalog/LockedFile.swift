// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// A file that is open for reading and appending while no other run has it.
///
/// The lock (`flock`) is on the file itself: no lock file is left behind, and the lock ends with the process, however
/// that ends. A replaced file is another file with another lock. So a lock counts only while the path still names the
/// file that was locked, and whoever waited for an old one opens the new one.
final class LockedFile: Sendable {
    /// The outcome of an attempt to open a file alone.
    enum Attempt {
        case opened(LockedFile)
        /// Opened although the file system has no locks, for the reason given.
        case openedWithoutLock(LockedFile, Errno)
        /// Another run has the file.
        case inUse
    }

    /// Whether the file did not exist before it was opened here.
    let wasCreated: Bool
    private let path: FilePath
    private let descriptor: FileDescriptor

    /// Takes over an open file, and closes it at the end.
    init(_ descriptor: FileDescriptor, at path: FilePath, wasCreated: Bool = false) {
        self.descriptor = descriptor
        self.path = path
        self.wasCreated = wasCreated
    }

    deinit {
        // Unlocked and not only closed: a child process that is just being started may hold a copy of the descriptor.
        // No error matters, since everything that had to be kept was flushed before.
        try? POSIX.unlock(descriptor)
        try? descriptor.close()
    }

    /// Opens and locks the file, which is created where it is missing.
    ///
    /// With `waiting` the thread is blocked until the other run ends.
    static func open(_ path: FilePath, waiting: Bool = false) throws(FileError) -> Attempt {
        while true {
            let file = try FileError.wrapping("open it for writing", path) { try openOrCreate(path) }
            do throws(Errno) {
                guard try POSIX.lock(file.descriptor, waiting: waiting) else { return .inUse }
            } catch {
                return .openedWithoutLock(file, error)
            }
            if try file.isCurrent { return .opened(file) }
        }
    }

    private static func openOrCreate(_ path: FilePath) throws -> LockedFile {
        // Without waiting for a writer, should this be a pipe.
        let options: FileDescriptor.OpenOptions = [.append, .nonBlocking, .closeOnExec]
        let file: LockedFile
        do {
            file = LockedFile(try .open(path, .readWrite, options: options), at: path)
        } catch Errno.noSuchFileOrDirectory {
            let descriptor = try FileDescriptor.open(
                path,
                .readWrite,
                options: options.union(.create),
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
            )
            file = LockedFile(descriptor, at: path, wasCreated: true)
        }
        guard try file.descriptor.stat().type == .regular else { throw FileError.notRegular(path) }
        return file
    }

    /// Whether the path still names this file, which another program may have replaced or removed.
    var isCurrent: Bool {
        get throws(FileError) {
            try FileError.wrapping("examine it", path) {
                let own = try descriptor.stat()
                do {
                    let named = try path.stat()
                    return own.inode == named.inode && own.deviceID == named.deviceID
                } catch Errno.noSuchFileOrDirectory {
                    return false
                }
            }
        }
    }

    /// The size of the file in bytes.
    var byteCount: Int {
        get throws(FileError) {
            try FileError.wrapping("examine it", path) { Int(try descriptor.stat().size) }
        }
    }

    /// All bytes of the file.
    func contents() throws(FileError) -> [UInt8] {
        try FileError.wrapping("read it", path) {
            try POSIX.contents(of: descriptor, byteCount: Int(try descriptor.stat().size))
        }
    }

    /// Makes these bytes the end of the file, behind its first `keptByteCount` bytes, and flushes them to the disk.
    ///
    /// When an error is thrown the file ends behind the kept bytes, so that a full disk leaves no torn line.
    func append(_ bytes: [UInt8], keeping keptByteCount: Int) throws(FileError) {
        try FileError.wrapping("write it", path) {
            do {
                if try descriptor.stat().size != keptByteCount { try descriptor.resize(to: Int64(keptByteCount)) }
                try descriptor.writeAll(bytes)
                try POSIX.flush(descriptor)
            } catch {
                // The first error is the one to tell. A line that stays torn is repaired by the next reader.
                try? descriptor.resize(to: Int64(keptByteCount))
                throw error
            }
        }
        // The name of a new file has to last as well.
        if wasCreated, keptByteCount == 0 { FileReplacement.flushFolder(path.removingLastComponent()) }
    }

    /// Replaces the file's content in one step; the new file is locked before it gets its name.
    func replacing(_ original: [UInt8], with replacement: [UInt8]) throws(FileError) -> LockedFile {
        let descriptor = try FileReplacement.replacing(path, containing: original, with: replacement) { descriptor in
            // A file system without locks was reported when the file was opened.
            _ = try? POSIX.lock(descriptor, waiting: false)
        }
        // What a link at the path names was replaced.
        FileReplacement.flushFolder(((try? path.resolvingLinks()) ?? path).removingLastComponent())
        return LockedFile(descriptor, at: path)
    }

    /// Removes the file again if it was created here and nothing was ever written to it.
    func removeIfUnused() throws(FileError) {
        guard wasCreated, try byteCount == 0, try isCurrent else { return }
        try remove()
    }

    /// Removes the file.
    func remove() throws(FileError) {
        try FileError.wrapping("remove it", path) { try POSIX.remove(path) }
    }
}
