// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// Walks the pages in a folder and in the folders below it, in the order of their paths' bytes.
///
/// Folders that are symbolic links, and `.git`, are not entered. It holds the names in the folders on the way to the current
/// page and no others, so that a site may have any number of pages.
struct PageWalk: Sendable, IteratorProtocol {
    /// What the walk comes upon.
    enum Step: Sendable {
        /// A page, relative to the root.
        case page(FilePath)
        /// Something that could not be listed or looked at: what pages are there is not known.
        case problem(PageProblem)
    }

    private let root: FilePath
    private let extensions: [String]
    private let aliases: PageAliases
    /// The folders from the root to the current one.
    private var folders: [Folder] = []
    private var seenLinkTargets: Set<FilePath> = []

    /// - Parameter extensions: The endings of pages, in lower case and without the dot.
    /// - Throws: `SiteError` where the root itself cannot be listed.
    init(root: FilePath, extensions: [String]) throws(SiteError) {
        self.root = root
        self.extensions = extensions
        aliases = PageAliases(root: root)
        do {
            folders = [try Folder(path: [], in: root, extensions: extensions)]
        } catch .noSuchFileOrDirectory, .notDirectory {
            throw .noSuchFolder(root)
        } catch {
            throw .unreadableFolder(root, error)
        }
    }

    mutating func next() -> Step? {
        while !folders.isEmpty {
            guard let (path, kind) = folders[folders.count - 1].next() else {
                folders.removeLast()
                continue
            }
            let page = FilePath(bytes: path)
            switch kind {
            case .folder:
                do throws(Errno) {
                    folders.append(try Folder(path: path, in: root, extensions: extensions))
                } catch {
                    let problem = SiteError.unreadableFolder(root.pushing(page), error)
                    return .problem(PageProblem(page: page, description: problem.description))
                }
            case .unknown(let error):
                let problem = SiteError.unreadable(root.pushing(page), error)
                return .problem(PageProblem(page: page, description: problem.description))
            case .link where isAlias(page):
                continue
            default:
                return .page(page)
            }
        }
        return nil
    }

    /// Whether a link gives another name to a page that the walk comes upon elsewhere.
    private mutating func isAlias(_ link: FilePath) -> Bool {
        // What leads out of the root or nowhere stays, for the audit to tell.
        guard let target = aliases.target(of: link) else { return false }
        let isWalked =
            Self.isPage(target.path.bytes[...], extensions)
            && !target.path.components.contains { $0.string == ".git" }
        return isWalked || !seenLinkTargets.insert(target.file).inserted
    }

    fileprivate static func isPage(_ path: ArraySlice<UInt8>, _ extensions: [String]) -> Bool {
        FilePath(bytes: path).extension.map { extensions.contains($0.lowercased()) } ?? false
    }
}

/// The pages and folders in a folder, in the order of their paths' bytes.
private struct Folder {
    private let path: [UInt8]
    /// All names, one behind the other; those of folders end in a slash, which is how they sort among paths.
    private var names: [UInt8] = []
    private var entries: [Entry] = []
    private var position = 0

    private struct Entry {
        let start: Int32
        let end: Int32
        let kind: FolderListing.Kind
    }

    /// - Parameter path: The folder's path below the root, empty or with a slash at its end.
    init(path: [UInt8], in root: FilePath, extensions: [String]) throws(Errno) {
        self.path = path
        let location = path.isEmpty ? root : FilePath(bytes: root.bytes + [ASCII.slash] + path)
        var names: [UInt8] = []
        var entries: [Entry] = []
        try FolderListing.visit(location) { name, kind in
            switch kind {
            case .folder where name == Array(".git".utf8): return
            case .file where !PageWalk.isPage(name[...], extensions): return
            case .link where !PageWalk.isPage(name[...], extensions): return
            case .other: return
            default: break
            }
            let start = Int32(truncatingIfNeeded: names.count)
            names += name
            if case .folder = kind { names.append(ASCII.slash) }
            entries.append(Entry(start: start, end: Int32(truncatingIfNeeded: names.count), kind: kind))
        }
        entries.sort { one, other in
            names[Int(one.start)..<Int(one.end)].lexicographicallyPrecedes(names[Int(other.start)..<Int(other.end)])
        }
        self.names = names
        self.entries = entries
    }

    /// The next entry: its path below the root, with a slash at the end of a folder's.
    mutating func next() -> (path: [UInt8], kind: FolderListing.Kind)? {
        guard position < entries.count else { return nil }
        defer { position += 1 }
        let entry = entries[position]
        return (path + names[Int(entry.start)..<Int(entry.end)], entry.kind)
    }
}
