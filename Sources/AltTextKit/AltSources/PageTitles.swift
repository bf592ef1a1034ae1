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
    private let known = Mutex<[FilePath: Title?]>([:])
    /// How many pages that only send the reader on are followed.
    private static let longestRedirection = 5

    /// Titles of the pages below `root` that `resolver` finds.
    public init(root: FilePath, resolver: ReferenceResolver) {
        self.root = root
        self.resolver = resolver
    }

    /// The `title`, else the first heading, of the page of the site that a link leads to; `nil` where there is none.
    func title(of target: LinkTarget) -> Title? {
        title(of: target, redirections: Self.longestRedirection)
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

    private func title(of target: LinkTarget, redirections: Int) -> Title? {
        guard let page = resolver.resolveLink(target.href, against: target.base) else { return nil }
        if let title = known.withLock({ $0[page] }) { return title }
        let title = readTitle(of: page, redirections: redirections)
        known.withLock { $0[page] = .some(title) }
        return title
    }

    private func readTitle(of page: FilePath, redirections: Int) -> Title? {
        // A target that cannot be read names nothing; as a page of the site it is reported by the audit.
        guard let bytes = try? RegularFile(page: root.pushing(page)).bytes,
            let scanned = try? ImageScanner().scan(bytes)
        else { return nil }
        if let href = scanned.refreshHref {
            // "Redirecting…" names nothing that a reader gets to see.
            let base = resolver.base(ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
            let next = LinkTarget(href: href, base: base)
            guard redirections > 0 else { return nil }
            return title(of: next, redirections: redirections - 1)
                ?? host(of: next).map { Title(text: $0, language: "") }
        }
        let texts = [scanned.title, scanned.heading].compactMap { $0 }.filter { !$0.isEmpty }
        let text = texts.first { AltTextHygiene.problem(with: $0) == nil } ?? texts.first
        return text.map { Title(text: $0, language: LanguageTag.primary(of: scanned.language ?? "")) }
    }
}
