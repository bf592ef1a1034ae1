// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// Tells which file a symbolic link among the pages stands for: a page that has several names is written once.
struct PageAliases {
    /// A file inside of the root.
    struct Target {
        /// Its absolute path, without symbolic links.
        let file: FilePath
        /// The same relative to the root.
        let path: FilePath
    }

    private let root: SiteRoot
    private let location: FilePath?

    init(root: FilePath) {
        self.root = SiteRoot(root)
        location = try? root.resolvingLinks()
    }

    /// The file that is read for a page; `nil` where the page leads out of the root, or nowhere.
    func target(of page: FilePath) -> Target? {
        guard case .file(let file) = root.entry(at: page), let location else { return nil }
        var path = file
        return path.removePrefix(location) ? Target(file: file, path: path) : nil
    }

    /// The pages of a list without further names of the same files; the name of the file itself wins, else the first.
    func removed(from pages: [FilePath]) -> [FilePath] {
        var names: [FilePath: FilePath] = [:]
        let targets = pages.map { page -> Target? in
            // What leads out of the root or nowhere stays, for the audit to tell.
            guard let target = target(of: page) else { return nil }
            if names[target.file] == nil || target.path == page { names[target.file] = page }
            return target
        }
        return zip(pages, targets).filter { page, target in target.map { names[$0.file] == page } ?? true }.map(\.0)
    }
}
