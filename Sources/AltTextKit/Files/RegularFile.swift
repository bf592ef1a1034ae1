// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The content of a regular file as it was at one moment.
public struct RegularFile: Sendable {
    /// All bytes of the file.
    public let bytes: [UInt8]

    /// Reads a whole file, following symbolic links.
    ///
    /// A pipe or a device of that name is refused without waiting for it or taking anything from it.
    public init(contentsOf path: FilePath) throws(FileError) {
        try self.init(contentsOf: path, calledBy: path)
    }

    /// Reads the file at `path`, which errors call `name`.
    ///
    /// - Parameter limit: The bytes that it may have; a larger one is refused, and not read.
    init(
        contentsOf path: FilePath, calledBy name: FilePath, options: FileDescriptor.OpenOptions = [], limit: Int = .max
    ) throws(FileError) {
        bytes = try FileError.wrapping("read it", name) {
            let descriptor = try FileDescriptor.open(
                path, .readOnly, options: options.union([.nonBlocking, .closeOnExec]))
            return try descriptor.closeAfter {
                let file = try descriptor.stat()
                guard file.type == .regular else { throw FileError.notRegular(name) }
                let byteCount = Int(file.size)
                guard byteCount <= limit else { throw FileError.tooLarge(name, byteCount: byteCount) }
                return try POSIX.contents(of: descriptor, byteCount: byteCount)
            }
        }
    }
}
