// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that an option names.
enum OptionFile {
    /// All that the file holds; it may be a pipe too, such as a shell's `<(…)`.
    ///
    /// - Parameter limit: How many bytes the file may have.
    /// - Throws: `OptionFileError`.
    static func bytes(of path: String, for option: String, limit: Int = 1 << 30) throws -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
            return try descriptor.closeAfter { try descriptor.readAll(limit: limit) }
        } catch {
            throw OptionFileError(path: path, option: option, reason: "\(error)")
        }
    }

    /// All that is on standard input.
    static func standardInput(for option: String) throws -> [UInt8] {
        do {
            return try FileDescriptor.standardInput.readAll(limit: 1 << 30)
        } catch {
            throw OptionFileError(path: "standard input", option: option, reason: "\(error)")
        }
    }
}

/// A file that an option names could not be read.
struct OptionFileError: Error, CustomStringConvertible {
    let path: String
    let option: String
    let reason: String

    var description: String {
        "\(FilePath(path).onOneLine): cannot be read: \(reason). Check the file that \(option) names."
    }
}

extension FileDescriptor {
    /// Everything up to the end, which a device such as `/dev/zero` does not have.
    fileprivate func readAll(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe read(into: $0) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= limit else { throw Errno.fileTooLarge }
            bytes += buffer[..<count]
        }
    }
}
