// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A site with what is needed to look at its pages and images.
struct SiteRun: Sendable {
    let selection: PageSelection
    let library: ImageLibrary
    let titles: PageTitles
    private let auditor: SiteAuditor
    private let pageExtensions: [String]
    private let excludedPaths: [String]
    /// What to tell the user where there are no pages; `nil` where that is as it should be.
    private let errorWithoutPages: SiteError?

    var root: FilePath { selection.root }

    init(_ options: SiteOptions) throws {
        selection = try PageSelection(options)
        pageExtensions = options.pageExtensions
        excludedPaths = options.excludePath
        let resolver = ReferenceResolver(
            root: selection.root, siteURL: options.siteURL.flatMap { WebURL($0) },
            pageExtensions: options.pageExtensions)
        library = ImageLibrary(
            resolver: resolver, candidates: ImageCandidates(additionalAttributes: options.srcAttribute))
        titles = PageTitles(root: selection.root, resolver: resolver)
        let configuration = Settings.current.file
        let excluded = try options.exclude + IgnoreFile.patterns(in: configuration.folder)
        auditor = SiteAuditor(
            selection: selection, library: library, exclusions: try ImageExclusions(matching: excluded),
            rules: configuration.rules, includesTemplates: options.includeTemplates)
        errorWithoutPages = options.allowEmpty ? nil : SiteError(noPagesOf: options, root: selection.root)
    }

    /// How many pages are worked on at once.
    static var width: Int { max(2, ProcessInfo.processInfo.activeProcessorCount) }

    /// Audits the pages.
    ///
    /// - Throws: `SiteError` where there are none, and that is not what the user expects.
    func audit(showing progress: ProgressLine) async throws -> SiteAudit {
        progress.begin("audit", of: nil)
        let audit = await auditor.audit(width: Self.width) { progress.notePage() }
        progress.end()
        if audit.pageCount == 0, audit.problems.isEmpty, let error = errorWithoutPages { throw error }
        return audit
    }

    /// Looks at what images all pages of the site show, be the pages selected or not.
    ///
    /// - Throws: `SiteError` where the root cannot be listed, or has no pages.
    func shownImages(showing progress: ProgressLine) async throws -> ShownImages {
        progress.begin("site", of: nil)
        let site = try PageSelection(root: root, extensions: pageExtensions)
        let images = await ShownImages(on: site, library: library, width: Self.width) { progress.notePage() }
        progress.end()
        if images.pageCount == 0, images.problems.isEmpty, let error = errorWithoutPages { throw error }
        return images
    }

    /// Gathers what authors wrote on all pages of the site, be they selected or not.
    ///
    /// - Throws: `SiteError` where the root cannot be listed.
    func authoredTexts() async throws -> AuthoredTexts {
        let site = try PageSelection(root: root, extensions: pageExtensions).excluding(globs: excludedPaths)
        return await auditor.authoredTexts(on: site, width: Self.width)
    }
}

extension PageSelection {
    /// The pages that the user named.
    fileprivate init(_ options: SiteOptions) throws {
        var paths = options.paths.map { FilePath($0) }
        if let list = options.filesFrom { paths += try Self.pages(listedIn: list) }
        if options.root == nil, let missing = paths.first(where: { !$0.exists }) {
            throw SiteError.noSuchFolder(missing)
        }
        let folders = paths.filter { $0.isFolder }
        guard let root = options.root.map({ FilePath($0) }) ?? (paths.count == 1 ? folders.first : nil) else {
            throw ValidationError("Which site do these pages belong to? Pass its folder with --root.")
        }
        var selection: PageSelection
        if options.filesFrom == nil, paths.isEmpty || paths == [root] {
            selection = try PageSelection(root: root, extensions: options.pageExtensions)
        } else {
            var pages = paths.filter { !$0.isFolder }
            var problems: [PageProblem] = []
            for folder in folders {
                let contents = try PageSelection(root: folder, extensions: options.pageExtensions).contents
                pages += contents.pages.map { folder.pushing($0) }
                problems += contents.problems
            }
            selection = try PageSelection(root: root, paths: pages, problems: problems)
        }
        self = selection.including(globs: options.include).excluding(globs: options.excludePath)
    }

    private static func pages(listedIn list: String) throws -> [FilePath] {
        let option = "--files-from"
        let bytes =
            list == "-" ? try OptionFile.standardInput(for: option) : try OptionFile.bytes(of: list, for: option)
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map {
            // Names are bytes; one with a NUL ends there, as for the system.
            FilePath(bytes: $0.prefix { $0 != 0 })
        }
    }
}

extension SiteError {
    /// The error for options that lead to no page.
    fileprivate init(noPagesOf options: SiteOptions, root: FilePath) {
        if let list = options.filesFrom, options.paths.isEmpty {
            self = .noPagesListed(FilePath(list))
        } else {
            self = .noPages(
                options.paths.first.map { FilePath($0) } ?? root, extensions: options.pageExtensions,
                hasPatterns: !(options.include + options.excludePath).isEmpty)
        }
    }
}

extension FilePath {
    /// Whether it is a folder, or a link to one.
    var isFolder: Bool { (try? stat())?.type == .directory }

    /// Whether it is a folder, or something in it, with the links of both resolved.
    func lies(in folder: FilePath) -> Bool {
        guard let path = try? resolvingLinks(), let folder = try? folder.resolvingLinks() else { return false }
        return path.starts(with: folder)
    }

    /// Whether there is something, be it at the end of a link.
    var exists: Bool { (try? stat()) != nil }
}
