// SPDX-License-Identifier: Apache-2.0

package import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The file operations of POSIX that swift-system does not have.
///
/// C strings and buffers live for one call and do not leave it.
package enum POSIX {
    /// Everything from the start of an open file, whatever its position.
    ///
    /// - Parameter byteCount: How many bytes the file should have.
    static func contents(of descriptor: FileDescriptor, byteCount: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more, so that the end is usually seen without growing.
        var capacity = byteCount + 1
        while true {
            let part = unsafe try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                while count < capacity {
                    // What is read goes behind what is there already, inside of the buffer.
                    let rest = unsafe UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: buffer[count...]))
                    let read = try unsafe descriptor.read(fromAbsoluteOffset: Int64(bytes.count + count), into: rest)
                    if read == 0 { break }
                    count += read
                }
            }
            let isAtEnd = part.count < capacity
            bytes = bytes.isEmpty ? part : bytes + part
            if isAtEnd { return bytes }
            capacity = bytes.count
        }
    }

    /// Takes the exclusive lock of an open file; `false` where another open file has it and `waiting` is not wanted.
    static func lock(_ descriptor: FileDescriptor, waiting: Bool) throws(Errno) -> Bool {
        do throws(Errno) {
            try check { flock(descriptor.rawValue, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) }
            return true
        } catch .wouldBlock {
            return false
        }
    }

    /// Gives up the lock of an open file.
    static func unlock(_ descriptor: FileDescriptor) throws(Errno) {
        try check { flock(descriptor.rawValue, LOCK_UN) }
    }

    /// Waits until the data and the size of a file, or the entries of a folder, are on the disk.
    static func flush(_ descriptor: FileDescriptor) throws(Errno) {
        try check { fsync(descriptor.rawValue) }
    }

    static func setPermissions(_ permissions: FilePermissions, of descriptor: FileDescriptor) throws(Errno) {
        try check { fchmod(descriptor.rawValue, permissions.rawValue) }
    }

    static func setOwner(_ user: UserID, _ group: GroupID, of descriptor: FileDescriptor) throws(Errno) {
        try check { fchown(descriptor.rawValue, user.rawValue, group.rawValue) }
    }

    /// Gives a file another name, taking the place of what has that name, in one step.
    static func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
        try check {
            unsafe old.withPlatformString { old in
                unsafe new.withPlatformString { new in
                    #if canImport(Darwin)
                    unsafe Darwin.rename(old, new)
                    #elseif canImport(Musl)
                    unsafe Musl.rename(old, new)
                    #else
                    unsafe Glibc.rename(old, new)
                    #endif
                }
            }
        }
    }

    /// Takes a name away from a file.
    package static func remove(_ path: FilePath) throws(Errno) {
        try check { unsafe path.withPlatformString { unsafe unlink($0) } }
    }

    /// Calls again after an interruption by a signal, and throws what any other failure leaves in `errno`.
    private static func check(_ call: () -> CInt) throws(Errno) {
        while call() != 0 {
            let error = Errno(rawValue: errno)
            guard error == .interrupted else { throw error }
        }
    }
}
