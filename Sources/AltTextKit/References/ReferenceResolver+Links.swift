// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
public import SystemPackage

extension ReferenceResolver {
    /// The page of the site that a link leads to, relative to the root; `nil` where it leads elsewhere or to no page.
    ///
    /// A folder stands for its `index.html`, and `about` for `about.html` or `about/index.html`, as servers have it.
    /// Query and fragment are ignored, so that `#top` leads to the page itself. The same safety as for images holds.
    public func resolveLink(_ href: String, against base: DocumentBase) -> FilePath? {
        guard let url = base.url(of: href), let components = site.components(of: url) else { return nil }
        let names = components.filter { !$0.isEmpty }
        let isFolder = components.last?.isEmpty ?? true
        return candidates(for: names, isFolder: isFolder).lazy.compactMap(SiteRoot.path).first { path in
            if case .file = root.entry(at: path) { true } else { false }
        }
    }

    /// What a link leads to, as something to compare: the path of a page of the site, else the URL without its fragment.
    func target(ofLink href: String, against base: DocumentBase) -> String {
        if let target = resolveLink(href, against: base) { return target.string }
        return base.url(of: href)?.hrefWithoutFragment ?? href
    }

    /// Where the page can be, the likeliest place first.
    private func candidates(for names: [[UInt8]], isFolder: Bool) -> [[[UInt8]]] {
        let indexes = pageExtensions.map { names + [Array("index.\($0)".utf8)] }
        guard !isFolder, let last = names.last else { return indexes }
        let fileExtension = last.split(separator: ASCII.dot, omittingEmptySubsequences: false).dropFirst().last
        let isPage = pageExtensions.contains {
            fileExtension?.map(ASCII.lowercased).elementsEqual($0.utf8) ?? false
        }
        let withExtension = pageExtensions.map { Array(names.dropLast()) + [last + Array(".\($0)".utf8)] }
        return (isPage ? [names] : []) + withExtension + indexes
    }
}
