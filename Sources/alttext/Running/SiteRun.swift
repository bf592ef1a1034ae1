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

    var root: FilePath { selection.root }

    init(_ options: SiteOptions) throws {
        selection = try PageSelection(options)
        let resolver = ReferenceResolver(
            root: selection.root, siteURL: options.siteURL.flatMap { WebURL($0) },
            pageExtensions: options.pageExtensions)
        library = ImageLibrary(
            resolver: resolver, candidates: ImageCandidates(additionalAttributes: options.srcAttribute))
        titles = PageTitles(root: selection.root, resolver: resolver)
        auditor = SiteAuditor(
            selection: selection, library: library, exclusions: try ImageExclusions(matching: options.exclude),
            includesTemplates: options.includeTemplates)
    }

    /// How many pages are worked on at once.
    static var width: Int { max(2, ProcessInfo.processInfo.activeProcessorCount) }

    func audit(showing progress: ProgressLine) async -> SiteAudit {
        progress.begin("audit", of: selection.pages.count)
        let audit = await auditor.audit(width: Self.width) { page in progress.note(page) }
        progress.end()
        return audit
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
                let contents = try PageSelection(root: folder, extensions: options.pageExtensions)
                pages += contents.pages.map { folder.pushing($0) }
                problems += contents.problems
            }
            selection = try PageSelection(root: root, paths: pages, problems: problems)
        }
        selection = selection.excluding(globs: options.excludePath)
        if selection.pages.isEmpty, !options.allowEmpty, let list = options.filesFrom, options.paths.isEmpty {
            throw SiteError.noPagesListed(FilePath(list))
        }
        if selection.pages.isEmpty, !options.allowEmpty {
            throw SiteError.noPages(paths.first ?? root, extensions: options.pageExtensions)
        }
        self = selection
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

extension FilePath {
    /// Whether it is a folder, or a link to one.
    var isFolder: Bool { (try? stat())?.type == .directory }

    /// Whether there is something, be it at the end of a link.
    var exists: Bool { (try? stat()) != nil }
}
