// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// The folder of a built site, as the only place where files are looked for.
struct SiteRoot: Sendable {
    /// What is at a path below the root.
    enum Entry {
        /// A regular file inside of the root; the path is absolute and without symbolic links.
        case file(FilePath)
        /// Something that is not a file with bytes to read: a folder, a pipe, a device.
        case notARegularFile
        /// A file that a symbolic link leads to, outside of the root.
        case outsideOfRoot
        case missing
        /// The system would not say.
        case unreadable(Errno)
    }

    /// The longest path in bytes that any of our systems opens.
    private static let maximumPathLength = 4_096

    /// The root without symbolic links, asked for once; the error where it cannot be found.
    private let location: Result<FilePath, Errno>

    init(_ root: FilePath) {
        location = Result { () throws(Errno) in try root.resolvingLinks() }
    }

    /// The path relative to the root that the components make up; `nil` where one cannot be the name of a file.
    ///
    /// No such path has `..`, so that only a symbolic link can lead out of the root.
    static func path(of components: [[UInt8]]) -> FilePath? {
        guard components.reduce(0, { $0 + $1.count + 1 }) <= maximumPathLength else { return nil }
        let isPath =
            !components.isEmpty
            && components.allSatisfy { component in
                let isDots = component == [ASCII.dot] || component == [ASCII.dot, ASCII.dot]
                return !component.isEmpty && !isDots && !component.contains(0) && !component.contains(ASCII.slash)
            }
        return isPath ? FilePath(bytes: components.joined(separator: [ASCII.slash])) : nil
    }

    /// What is at a relative path that `path(of:)` made.
    func entry(at path: FilePath) -> Entry {
        do {
            let root = try location.get()
            // Not `pushing`, which takes time quadratic in the length of the path.
            let resolved = try FilePath(bytes: root.bytes + [ASCII.slash] + path.bytes).resolvingLinks()
            guard resolved.starts(with: root) else { return .outsideOfRoot }
            return try resolved.stat().type == .regular ? .file(resolved) : .notARegularFile
        } catch {
            switch error {
            case .noSuchFileOrDirectory, .notDirectory, .fileNameTooLong: return .missing
            default: return .unreadable(error)
            }
        }
    }
}
