// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import Synchronization
public import SystemPackage

/// The titles of the pages that links lead to. Each page is read once.
public final class PageTitles: Sendable {
    private let resolver: ReferenceResolver
    private let root: FilePath
    private let known = Mutex<[FilePath: String?]>([:])

    public init(root: FilePath, resolver: ReferenceResolver) {
        self.root = root
        self.resolver = resolver
    }

    /// The `title`, else the first heading, of the page of the site that a link leads to; `nil` where there is none.
    func title(ofTarget href: String, onPage page: FilePath, baseHref: String?) -> String? {
        guard let target = resolver.resolveLink(href, onPage: page, baseHref: baseHref) else { return nil }
        if let title = known.withLock({ $0[target] }) { return title }
        let title = readTitle(of: target)
        known.withLock { $0[target] = .some(title) }
        return title
    }

    private func readTitle(of page: FilePath) -> String? {
        // A target that cannot be read names nothing; as a page of the site it is reported by the audit.
        guard let bytes = try? RegularFile(contentsOf: root.pushing(page)).bytes,
            let scanned = try? ImageScanner().scan(bytes)
        else { return nil }
        return [scanned.title, scanned.heading].lazy.compactMap { $0 }.first { !$0.isEmpty }
    }
}
