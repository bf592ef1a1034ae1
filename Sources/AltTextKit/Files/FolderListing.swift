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
        /// The system would not say, so it may be a page.
        case unknown(Errno)
    }

    /// Something in a folder; a symbolic link to a file counts as a file.
    struct Entry {
        let name: FilePath.Component
        let kind: Kind
    }

    /// What is in a folder, in no order; `.` and `..` left out.
    static func entries(of folder: FilePath) throws(Errno) -> [Entry] {
        // `stream` is valid until it is closed at the end of this function; each `entry` until the next call of readdir.
        guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
            throw Errno(rawValue: errno)
        }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw Errno(rawValue: errno) }
                return entries
            }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: 1) {
                    unsafe FilePath.Component(platformString: $0)
                }
            }
            guard let name, name.kind == .regular else { continue }
            entries.append(Entry(name: name, kind: kind(of: folder.appending(name))))
        }
    }

    private static func kind(of path: FilePath) -> Kind {
        do {
            switch try path.stat(followTargetSymlink: false).type {
            case .directory: return .folder
            case .regular: return .file
            case .symbolicLink: return (try? path.stat())?.type == .regular ? .file : .other
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
