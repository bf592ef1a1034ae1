// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// A file that an option names.
enum OptionFile {
    /// All that the file holds; it may be a pipe too, such as a shell's `<(…)`.
    ///
    /// - Throws: `OptionFileError`.
    static func bytes(of path: String, for option: String) throws -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
            return try descriptor.closeAfter { try descriptor.readAll() }
        } catch {
            throw OptionFileError(path: path, option: option, reason: "\(error)")
        }
    }

    /// All that is on standard input.
    static func standardInput(for option: String) throws -> [UInt8] {
        do {
            return try FileDescriptor.standardInput.readAll()
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
    /// Everything up to the end.
    fileprivate func readAll() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe read(into: $0) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
