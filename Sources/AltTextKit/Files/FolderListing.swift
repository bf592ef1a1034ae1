// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Lists folders by the names' bytes, which need not be UTF-8.
enum FolderListing {
    enum Kind {
        case file, folder, other
        /// A symbolic link to a file.
        case link
        /// The system would not say, so it may be a page.
        case unknown(Errno)
    }

    /// Calls `visit` with each name in a folder and what has that name, in no order; `.` and `..` left out.
    static func visit(_ folder: FilePath, _ visit: ([UInt8], Kind) -> Void) throws(Errno) {
        // `stream` is valid until it is closed at the end of this function; each `entry` until the next call of readdir.
        guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
            throw Errno(rawValue: errno)
        }
        defer { unsafe closedir(stream) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw Errno(rawValue: errno) }
                return
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                // `d_name` ends in NUL.
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) { start in
                    unsafe UnsafeRawBufferPointer(start: start, count: strlen(start)).map { $0 }
                }
            }
            guard name != Array(".".utf8), name != Array("..".utf8) else { continue }
            switch unsafe Int32(entry.pointee.d_type) {
            case Int32(DT_DIR): visit(name, .folder)
            case Int32(DT_REG): visit(name, .file)
            case Int32(DT_LNK), Int32(DT_UNKNOWN):
                visit(name, kind(of: FilePath(bytes: folder.bytes + Array("/".utf8) + name)))
            default: visit(name, .other)
            }
        }
    }

    private static func kind(of path: FilePath) -> Kind {
        do {
            switch try path.stat(followTargetSymlink: false).type {
            case .directory: return .folder
            case .regular: return .file
            case .symbolicLink: return (try? path.stat())?.type == .regular ? .link : .other
            default: return .other
            }
        } catch .noSuchFileOrDirectory {
            // It was removed since it was listed.
            return .other
        } catch {
            return .unknown(error)
        }
    }
}
