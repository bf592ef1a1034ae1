// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Why a file could not be read, or was not replaced. A file that was to be replaced is as it was.
public enum FileError: Error, Hashable, Sendable {
    /// Nothing has this name.
    case missing(FilePath)
    /// A folder, device, pipe or socket has this name.
    case notRegular(FilePath)
    /// The file is larger than what is to be read.
    case tooLarge(FilePath, byteCount: Int)
    /// The file no longer has the content that the replacement was made for.
    case changed(FilePath)
    /// The replacement would have the declaration of its encoding where browsers do not look for it.
    case declaresEncodingTooLate(FilePath)
    /// The disk or the user's share of it is full.
    case noSpace(FilePath)
    /// The user may not do this.
    case notPermitted(FilePath, action: String)
    /// The file system is mounted for reading only.
    case readOnlyFileSystem(FilePath)
    /// Anything else that the system reports.
    case failed(FilePath, action: String, Errno)

    /// The error for what the system reported of an action such as `read` or `write`.
    init(_ errno: Errno, _ path: FilePath, action: String) {
        self =
            switch errno {
            case .noSuchFileOrDirectory: .missing(path)
            case .isDirectory: .notRegular(path)
            case .noSpace, .diskQuotaExceeded: .noSpace(path)
            case .permissionDenied, .notPermitted: .notPermitted(path, action: action)
            case .readOnlyFileSystem: .readOnlyFileSystem(path)
            default: .failed(path, action: action, errno)
            }
    }

    /// Runs file operations on `path` and tells their error in words.
    static func wrapping<T>(
        _ action: String,
        _ path: FilePath,
        _ operations: () throws -> T
    ) throws(FileError) -> T {
        do {
            return try operations()
        } catch let error as FileError {
            throw error
        } catch {
            // The operations are those of swift-system and POSIX, which throw nothing but Errno.
            throw FileError(error as? Errno ?? .ioError, path, action: action)
        }
    }
}

extension FileError: CustomStringConvertible {
    /// One line that says what happened and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path.onOneLine): no such file. Check the path; a file that was removed or renamed meanwhile needs another run."
        case .notRegular(let path): "\(path.onOneLine): not a regular file; left alone. Give the path of a file."
        case .tooLarge(let path, let byteCount):
            "\(path.onOneLine): has \(byteCount) bytes, which is too much to read; left alone. Split it."
        case .changed(let path):
            "\(path.onOneLine): changed on disk during the run; left alone. Run again to work on the new version."
        case .declaresEncodingTooLate(let path):
            "\(path.onOneLine): declares its encoding so late that an alt in front of it would push it out of the first 1,024 "
                + "bytes, and the page would be misread; left alone. Move its meta charset up."
        case .noSpace(let path):
            "\(path.onOneLine): no space left on the disk; left as it was. Free some and run again."
        case .notPermitted(let path, let action):
            "\(path.onOneLine): no permission to \(action); left as it was. Check its owner and mode."
        case .readOnlyFileSystem(let path):
            "\(path.onOneLine): on a read-only file system; left as it was. Run on a copy that can be written."
        case .failed(let path, let action, let errno):
            "\(path.onOneLine): cannot \(action): \(errno); left as it was. Check path and disk, then run again."
        }
    }
}
