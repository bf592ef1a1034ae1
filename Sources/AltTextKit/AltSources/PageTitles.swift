// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import Synchronization
public import SystemPackage

/// The names of the pages, files and hosts that links lead to. Each page is read once.
public final class PageTitles: Sendable {
    /// The title of a page, and the primary subtag of its language; that is empty where the page declares none.
    struct Title {
        let text: String
        let language: String
    }

    private let resolver: ReferenceResolver
    private let root: FilePath
    private let known = Mutex<[FilePath: [Title]]>([:])
    /// How many pages that only send the reader on are followed.
    private static let longestRedirection = 5

    /// Titles of the pages below `root` that `resolver` finds.
    public init(root: FilePath, resolver: ReferenceResolver) {
        self.root = root
        self.resolver = resolver
    }

    /// What the page of the site that a link leads to can be called, the best first: its `title`, unless that says nothing,
    /// and its first heading. What is no text alternative comes last, so that its fault can be told.
    func names(of target: LinkTarget) -> [Title] {
        names(of: target, redirections: Self.longestRedirection)
    }

    /// The readable name of the file for download that a link leads to, here or elsewhere; `nil` where it is none.
    ///
    /// - Parameter download: The name that the link proposes, empty for none; `nil` where it does not call it a download.
    func file(at target: LinkTarget, download: String?) -> String? {
        let name: String
        switch resolver.resolve(target.href, against: target.base) {
        case .file(let file): name = file.path.lastComponent?.string ?? ""
        case .remote(let url): name = String(decoding: url.decodedSegments.last ?? [], as: UTF8.self)
        case .data, .unresolvable: return nil
        }
        let proposed = download.flatMap { $0.isEmpty ? nil : $0 }
        return DownloadName.name(ofFile: proposed ?? name, isMarked: download != nil)
    }

    /// The name of the site that a link leads to, without `www.`; `nil` for this site, and for what is no web page.
    func host(of target: LinkTarget) -> String? {
        guard let url = target.base.url(of: target.href), url.isHTTP, resolver.site.components(of: url) == nil,
            let host = url.host
        else { return nil }
        return String(InternationalDomain.toUnicode(host.description).trimmingPrefix("www."))
    }

    private func names(of target: LinkTarget, redirections: Int) -> [Title] {
        guard let page = resolver.resolveLink(target.href, against: target.base) else { return [] }
        if let names = known.withLock({ $0[page] }) { return names }
        let names = readNames(of: page, redirections: redirections)
        known.withLock { $0[page] = names }
        return names
    }

    private func readNames(of page: FilePath, redirections: Int) -> [Title] {
        // A target that cannot be read names nothing; as a page of the site it is reported by the audit.
        guard let bytes = try? RegularFile(page: root.pushing(page)).bytes,
            let scanned = try? ImageScanner().scan(bytes)
        else { return [] }
        if let href = scanned.refreshHref {
            // "Redirecting…" names nothing that a reader gets to see.
            let base = resolver.base(ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
            let next = LinkTarget(href: href, base: base)
            guard redirections > 0 else { return [] }
            let names = names(of: next, redirections: redirections - 1)
            guard names.isEmpty, let host = host(of: next) else { return names }
            return [Title(text: host, language: "")]
        }
        let language = LanguageTag.primary(of: scanned.language ?? "")
        let title = scanned.title.flatMap { Self.saysNothing($0, language: language) ? nil : $0 }
        let texts = [title, scanned.heading].compactMap { $0 }.filter { !$0.isEmpty }
        let fit = texts.filter { AltTextHygiene.problem(with: $0) == nil }
        return (fit + texts.filter { !fit.contains($0) }).map { Title(text: $0, language: language) }
    }

    /// Whether a title is one that programs give to pages, or that of a page which sends its readers on.
    private static func saysNothing(_ title: String, language: String) -> Bool {
        let letters = WordList.letters(of: title)
        return WordList.lists(for: language).contains { $0.pageTitles.contains(letters) }
            || title.split(separator: " ").contains { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    }
}
