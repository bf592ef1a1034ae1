// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The pages of a site to work on.
public struct PageSelection: Sendable {
    /// The folder of the built site.
    public let root: FilePath
    /// The pages, relative to the root, sorted by their bytes, none twice.
    ///
    /// A page that links give several names is there once, under the name of the file itself if that is among them:
    /// it is written once.
    public let pages: [FilePath]
    /// What could not be listed or looked at; what pages are there is not known.
    public let problems: [PageProblem]

    /// The pages in a folder and in the folders below it.
    ///
    /// Folders that are symbolic links, and `.git`, are not entered.
    ///
    /// - Parameter extensions: The endings of pages, in lower case and without the dot.
    public init(root: FilePath, extensions: [String]) throws(SiteError) {
        var pages: [FilePath] = []
        var problems: [PageProblem] = []
        var folders: [FilePath] = [FilePath("")]
        while let folder = folders.popLast() {
            let entries: [FolderListing.Entry]
            do {
                entries = try Self.entries(of: folder.isEmpty ? root : root.pushing(folder), isRoot: folder.isEmpty)
            } catch {
                guard !folder.isEmpty else { throw error }
                problems.append(PageProblem(page: folder, description: error.description))
                continue
            }
            for entry in entries {
                let path = folder.appending(entry.name)
                switch entry.kind {
                case .folder where entry.name.string != ".git": folders.append(path)
                case .file where Self.isPage(path, extensions): pages.append(path)
                case .unknown(let error):
                    let problem = SiteError.unreadable(root.pushing(path), error)
                    problems.append(PageProblem(page: path, description: problem.description))
                default: break
                }
            }
        }
        self.init(root: root, pages: pages, problems: problems)
    }

    /// These pages of a site; their paths are relative to the working directory.
    ///
    /// - Parameter problems: What kept pages from being found.
    public init(root: FilePath, paths: [FilePath], problems: [PageProblem] = []) throws(SiteError) {
        let absoluteRoot: FilePath
        do {
            absoluteRoot = try root.resolvingLinks()
        } catch {
            throw .noSuchFolder(root)
        }
        var pages: [FilePath] = []
        for path in paths {
            do {
                // The folder's links count, the page's own do not: it is the link that is a page of the site.
                guard let name = path.lastComponent else { throw SiteError.noSuchPage(path) }
                var location = try path.removingLastComponent().orCurrentFolder.resolvingLinks().appending(name)
                guard location.removePrefix(absoluteRoot) else { throw SiteError.pageOutsideOfRoot(path, root: root) }
                pages.append(location)
            } catch let error as SiteError {
                throw error
            } catch {
                throw .noSuchPage(path)
            }
        }
        self.init(root: root, pages: pages, problems: problems)
    }

    /// The pages whose paths relative to the root match none of these patterns, in which `*` matches `/` too.
    public func excluding(globs: [String]) -> PageSelection {
        PageSelection(
            root: root, pages: pages.filter { page in !globs.contains { Glob.matches($0, page.string) } },
            problems: problems)
    }

    private init(root: FilePath, pages: [FilePath], problems: [PageProblem]) {
        self.root = root
        self.problems = problems.sorted { $0.page.string < $1.page.string }
        let sorted = Set(pages).map { (page: $0, bytes: $0.bytes) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.page)
        self.pages = Self.withoutAliases(sorted, in: root)
    }

    private static func withoutAliases(_ pages: [FilePath], in root: FilePath) -> [FilePath] {
        let location = try? root.resolvingLinks()
        let root = SiteRoot(root)
        var names: [FilePath: FilePath] = [:]
        let files = pages.map { page -> FilePath? in
            // What leads out of the root or nowhere stays, for the audit to tell.
            guard case .file(let file) = root.entry(at: page) else { return nil }
            if names[file] == nil || location?.pushing(page) == file { names[file] = page }
            return file
        }
        return zip(pages, files).filter { page, file in file.map { names[$0] == page } ?? true }.map(\.0)
    }

    private static func isPage(_ path: FilePath, _ extensions: [String]) -> Bool {
        path.extension.map { extensions.contains($0.lowercased()) } ?? false
    }

    private static func entries(of folder: FilePath, isRoot: Bool) throws(SiteError) -> [FolderListing.Entry] {
        do {
            return try FolderListing.entries(of: folder)
        } catch .noSuchFileOrDirectory where isRoot, .notDirectory where isRoot {
            throw .noSuchFolder(folder)
        } catch {
            throw .unreadableFolder(folder, error)
        }
    }
}

extension FilePath {
    /// The path, or `.` where it is empty.
    fileprivate var orCurrentFolder: FilePath { isEmpty ? "." : self }
}
