// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The pages of a site to work on: those in a folder, or a list of them.
public struct PageSelection: Sendable {
    /// Where the pages come from.
    private enum Source {
        case walk(PageWalk)
        /// Sorted by their bytes, none twice, with what kept further pages from being found.
        case list([FilePath], problems: [PageProblem])
    }

    /// The folder of the built site.
    public let root: FilePath
    private let source: Source
    /// Patterns of which a page has to match one; empty where any page will do.
    private var includedGlobs: [String] = []
    private var excludedGlobs: [String] = []

    /// The pages in a folder and in the folders below it.
    ///
    /// Folders that are symbolic links, and `.git`, are not entered.
    ///
    /// - Parameter extensions: The endings of pages, in lower case and without the dot.
    public init(root: FilePath, extensions: [String]) throws(SiteError) {
        self.root = root
        source = .walk(try PageWalk(root: root, extensions: extensions))
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
        var pages: Set<FilePath> = []
        for path in paths {
            do {
                // The folder's links count, the page's own do not: it is the link that is a page of the site.
                guard let name = path.lastComponent else { throw SiteError.noSuchPage(path) }
                var location = try path.removingLastComponent().orCurrentFolder.resolvingLinks().appending(name)
                guard location.removePrefix(absoluteRoot) else { throw SiteError.pageOutsideOfRoot(path, root: root) }
                pages.insert(location)
            } catch let error as SiteError {
                throw error
            } catch {
                throw .noSuchPage(path)
            }
        }
        let sorted = pages.map { (page: $0, bytes: $0.bytes) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.page)
        self.root = root
        source = .list(PageAliases(root: root).removed(from: sorted), problems: problems)
    }

    /// The pages whose paths relative to the root match one of these patterns, in which `*` matches `/` too; all, if there
    /// is no pattern.
    public func including(globs: [String]) -> PageSelection {
        var selection = self
        selection.includedGlobs += globs
        return selection
    }

    /// The pages whose paths relative to the root match none of these patterns, in which `*` matches `/` too.
    public func excluding(globs: [String]) -> PageSelection {
        var selection = self
        selection.excludedGlobs += globs
        return selection
    }

    /// The pages, relative to the root, sorted by their bytes, none twice; and what could not be listed or looked at.
    ///
    /// A page that links give several names is there once, under the name of the file itself if that is among them: it
    /// is written once. A folder is walked anew each time.
    public var contents: (pages: [FilePath], problems: [PageProblem]) {
        var steps = makeIterator()
        var contents: (pages: [FilePath], problems: [PageProblem]) = ([], [])
        while let step = steps.next() {
            switch step {
            case .page(let page): contents.pages.append(page)
            case .problem(let problem): contents.problems.append(problem)
            }
        }
        return contents
    }

    /// Walks the selection: each page is known only when it is reached, so that work on the first can begin at once.
    func makeIterator() -> Iterator {
        switch source {
        case .walk(let walk):
            Iterator(selects: selects, walk: walk, list: [])
        case .list(let pages, let problems):
            Iterator(selects: selects, walk: nil, list: problems.map { .problem($0) } + pages.map { .page($0) })
        }
    }

    /// Whether the patterns select a page.
    @Sendable private func selects(_ page: FilePath) -> Bool {
        func isMatched(by globs: [String]) -> Bool { globs.contains { Glob.matches($0, page.string) } }
        return (includedGlobs.isEmpty || isMatched(by: includedGlobs)) && !isMatched(by: excludedGlobs)
    }

    /// The steps of a walk through a selection.
    struct Iterator: IteratorProtocol, Sendable {
        private let selects: @Sendable (FilePath) -> Bool
        fileprivate var walk: PageWalk?
        fileprivate var list: [PageWalk.Step]
        private var position = 0

        fileprivate init(selects: @escaping @Sendable (FilePath) -> Bool, walk: PageWalk?, list: [PageWalk.Step]) {
            self.selects = selects
            self.walk = walk
            self.list = list
        }

        mutating func next() -> PageWalk.Step? {
            while let step = nextOfAll() {
                if case .page(let page) = step, !selects(page) { continue }
                return step
            }
            return nil
        }

        private mutating func nextOfAll() -> PageWalk.Step? {
            if let step = walk?.next() { return step }
            guard position < list.count else { return nil }
            defer { position += 1 }
            return list[position]
        }
    }
}

extension FilePath {
    /// The path, or `.` where it is empty.
    fileprivate var orCurrentFolder: FilePath { isEmpty ? "." : self }
}
