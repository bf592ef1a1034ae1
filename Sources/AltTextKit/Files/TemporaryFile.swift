// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import Synchronization
internal import SystemPackage

/// The files under whose names new content is written before it takes the place of the old: `.alttext-<hex>.tmp`.
///
/// Each is locked (`flock`) for as long as its run is alive. So one that can be locked was left by a run that was killed.
enum TemporaryFile {
    private static let prefix = Array(".alttext-".utf8)
    private static let suffix = Array(".tmp".utf8)
    private static let sweptFolders = Mutex<Set<FilePath>>([])

    /// Creates a file that belongs to this run, open for reading and appending.
    static func create(in folder: FilePath) throws -> (path: FilePath, descriptor: FileDescriptor) {
        while true {
            let path = folder.appending(".alttext-\(String(UInt64.random(in: .min ... .max), radix: 16)).tmp")
            // Readable by nobody else until it has the mode of the target, and never through somebody else's link.
            let descriptor = try FileDescriptor.open(
                path,
                .readWrite,
                options: [.create, .exclusiveCreate, .noFollow, .append, .closeOnExec],
                permissions: .ownerReadWrite
            )
            // Where there are no locks, nobody takes the file for a leftover either.
            _ = try? POSIX.lock(descriptor, waiting: true)
            // Another run may have come upon the file before it was locked, and removed it.
            if try descriptor.stat().linkCount > 0 { return (path, descriptor) }
            try descriptor.close()
        }
    }

    /// Removes what killed runs left in a folder, the first time that this process comes there.
    ///
    /// Once, since listing a folder for each of its pages would take time quadratic in their number. What cannot be
    /// listed, locked or removed stays: that is no reason to leave the work undone.
    static func removeLeftovers(in folder: FilePath) {
        guard sweptFolders.withLock({ $0.insert(folder).inserted }) else { return }
        try? FolderListing.visit(folder) { name, kind in
            guard case .file = kind, isTemporary(name) else { return }
            removeIfAbandoned(FilePath(bytes: folder.bytes + [ASCII.slash] + name))
        }
    }

    private static func isTemporary(_ name: [UInt8]) -> Bool {
        guard name.starts(with: prefix), name.suffix(suffix.count) == suffix[...] else { return false }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
        return (1...16).contains(digits.count)
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (97...102).contains($0) }
    }

    private static func removeIfAbandoned(_ path: FilePath) {
        let options: FileDescriptor.OpenOptions = [.noFollow, .nonBlocking, .closeOnExec]
        guard let descriptor = try? FileDescriptor.open(path, .readWrite, options: options) else { return }
        if (try? POSIX.lock(descriptor, waiting: false)) == true { try? POSIX.remove(path) }
        try? descriptor.close()
    }
}
