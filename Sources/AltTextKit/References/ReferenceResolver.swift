// SPDX-License-Identifier: Apache-2.0

public import HTMLScan
public import SystemPackage

/// Finds what the references in the pages of a built site stand for: files of the site, or URLs elsewhere.
///
/// References are joined and decoded as browsers do it. No file outside of the root is ever returned, whatever a page
/// says: a path cannot climb out of it, and the file that symbolic links lead to has to lie inside of it. Looks at the
/// file system, never at the network.
public struct ReferenceResolver: Sendable {
    let root: SiteRoot
    let site: PublishedSite
    let pageExtensions: [String]
    private let allowsPrivateHosts: Bool
    private let knownEntries = KnownEntries()

    /// A resolver for the site in the folder `root`.
    ///
    /// `siteURL` is where that folder is published, for example `https://example.org/docs/`: URLs below it are files of
    /// the site, and others of its host are not. Without it (or with a URL that is not `http` or `https`) `/a.png` is
    /// the file `a.png` of the root. `pageExtensions`, in lower case, are those of pages that a link can lead to, the
    /// likeliest first. Where `allowsPrivateHosts` is false, URLs of hosts that are not on the public internet are
    /// refused, and those of the site itself are not given out.
    public init(
        root: FilePath,
        siteURL: WebURL?,
        pageExtensions: [String] = ["html", "htm", "xhtml"],
        allowsPrivateHosts: Bool = false
    ) {
        self.root = SiteRoot(root)
        site = PublishedSite(url: siteURL)
        self.pageExtensions = pageExtensions
        self.allowsPrivateHosts = allowsPrivateHosts
    }

    /// What the source of an image stands for.
    ///
    /// `source` is the decoded value of `src`, or one of the URLs of a `srcset`; `base` is what its page's references are
    /// read with. Costs two to four system calls for a file.
    public func resolve(_ source: String, against base: DocumentBase) -> ImageReference {
        guard !source.utf8.allSatisfy(ASCII.isSpace) else { return .unresolvable(.noSource) }
        guard let url = base.url(of: source) else {
            return .unresolvable(.malformedURL(String(source.unicodeScalars.prefix(80))))
        }
        switch url.scheme {
        case "http", "https":
            if let components = site.components(of: url) {
                return file(at: components, url: url)
            }
            guard url.username.isEmpty, url.password.isEmpty else {
                var bare = url
                bare.username = ""
                bare.password = ""
                return .unresolvable(.hasCredentials(bare.href))
            }
            guard isAllowed(url) else { return .unresolvable(.privateAddress(url.host?.description ?? "")) }
            return .remote(url)
        case "data":
            return DataURL(url).map(ImageReference.data) ?? .unresolvable(.malformedData)
        default:
            return .unresolvable(.unsupportedScheme(url.scheme))
        }
    }

    /// What the references of a page are read with.
    ///
    /// `path` is the page's path relative to the root, and `baseHref` the `href` of its first `base` element that has one.
    /// HTML: <https://html.spec.whatwg.org/multipage/semantics.html#set-the-frozen-base-url>
    public func base(ofPage path: FilePath, baseHref: String?, encoding: PageEncoding) -> DocumentBase {
        let page = DocumentBase(url: site.url(ofFile: path), encoding: encoding)
        guard let baseHref, let url = page.url(of: baseHref), url.scheme != "data", url.scheme != "javascript" else {
            return page
        }
        return DocumentBase(url: url, encoding: encoding)
    }

    private func isAllowed(_ url: WebURL) -> Bool {
        allowsPrivateHosts || url.hasPublicHost
    }

    /// The file at decoded segments below the root, or why there is none.
    private func file(at components: [[UInt8]], url: WebURL) -> ImageReference {
        let names = components.filter { !$0.isEmpty }
        guard let path = SiteRoot.path(of: names) else {
            let shown = names.joined(separator: [ASCII.slash]).prefix(200).prefix { $0 != 0 }
            return .unresolvable(names.isEmpty ? .notARegularFile(".") : .noSuchFile(FilePath(bytes: shown)))
        }
        let isFolder = components.last?.isEmpty ?? true
        guard !isFolder else {
            if case .missing = root.entry(at: path) { return .unresolvable(.noSuchFile(path)) }
            return .unresolvable(.notARegularFile(path))
        }
        let reference = self.reference(to: path, url: url)
        guard case .unresolvable = reference, let query = url.query, let named = Self.path(names, withQuery: query),
            case .file(let file) = self.reference(to: named, url: url)
        else { return reference }
        return .file(file)
    }

    /// The path of a file with the query in its name, as programs that mirror sites write them.
    private static func path(_ names: [[UInt8]], withQuery query: String) -> FilePath? {
        var names = names
        guard let last = names.popLast() else { return nil }
        return SiteRoot.path(of: names + [last + [ASCII.questionMark] + PercentEncoding.decode(query.utf8)])
    }

    private func reference(to path: FilePath, url: WebURL) -> ImageReference {
        switch knownEntries.entry(at: path, of: root) {
        case .file(let location):
            let publicURL = site.publicURL(of: url).flatMap { isAllowed($0) ? $0 : nil }
            return .file(SiteFile(path: path, location: location, publicURL: publicURL))
        case .notARegularFile: return .unresolvable(.notARegularFile(path))
        case .outsideOfRoot: return .unresolvable(.outsideOfRoot(path))
        case .missing: return .unresolvable(.noSuchFile(path))
        case .unreadable(let error): return .unresolvable(.unreadable(path, error))
        }
    }
}
