// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import Synchronization
public import SystemPackage

/// The titles of the pages that links lead to. Each page is read once.
public final class PageTitles: Sendable {
    /// The title of a page, and the primary subtag of its language; that is empty where the page declares none.
    struct Title {
        let text: String
        let language: String
    }

    private let resolver: ReferenceResolver
    private let root: FilePath
    private let known = Mutex<[FilePath: Title?]>([:])

    /// Titles of the pages below `root` that `resolver` finds.
    public init(root: FilePath, resolver: ReferenceResolver) {
        self.root = root
        self.resolver = resolver
    }

    /// The `title`, else the first heading, of the page of the site that a link leads to; `nil` where there is none.
    func title(ofTarget href: String, against base: DocumentBase) -> Title? {
        guard let target = resolver.resolveLink(href, against: base) else { return nil }
        if let title = known.withLock({ $0[target] }) { return title }
        let title = readTitle(of: target)
        known.withLock { $0[target] = .some(title) }
        return title
    }

    /// The name of the site that a link leads to, without `www.`; `nil` for this site, and for what is no web page.
    func host(ofTarget href: String, against base: DocumentBase) -> String? {
        guard let url = base.url(of: href), url.isHTTP, resolver.site.components(of: url) == nil, let host = url.host
        else { return nil }
        return String(host.description.trimmingPrefix("www."))
    }

    private func readTitle(of page: FilePath) -> Title? {
        // A target that cannot be read names nothing; as a page of the site it is reported by the audit.
        guard let bytes = try? RegularFile(contentsOf: root.pushing(page)).bytes,
            let scanned = try? ImageScanner().scan(bytes)
        else { return nil }
        let language = LanguageTag.primary(of: scanned.language ?? "")
        return [scanned.title, scanned.heading].lazy.compactMap { $0 }.first { !$0.isEmpty }.map {
            Title(text: $0, language: language)
        }
    }
}
