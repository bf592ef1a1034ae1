// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import SystemPackage
import Testing

@testable import AltTextKit

@Suite("References from pages to images")
struct ReferenceResolverTests {
    let site: TemporarySite

    init() throws {
        site = try TemporarySite.shared.get()
    }

    private func resolver(at siteURL: String? = nil) throws -> ReferenceResolver {
        ReferenceResolver(root: site.root, siteURL: try siteURL.map { try #require(WebURL($0)) })
    }

    /// The reference in one line: the path of a file with its URL, the URL of something remote, or the reason.
    private func text(_ reference: ImageReference) -> String {
        switch reference {
        case .file(let file): "\(file.path)" + (file.publicURL.map { " at \($0)" } ?? "")
        case .remote(let url): "remote \(url)"
        case .data(let data): "data \(data.mediaType) \(data.bytes.count)"
        case .unresolvable(let reason): "\(reason)"
        }
    }

    @Test(
        "Without a site URL the root is the top of the site",
        arguments: [
            ("a.png", "index.html", "a.png"), ("a.png", "blog/post.html", "blog/a.png"),
            ("/a.png", "blog/post.html", "a.png"), ("../img/a.png", "blog/post.html", "img/a.png"),
            (" img/a.png\n", "index.html", "img/a.png"), ("./img/./a.png", "index.html", "img/a.png"),
            ("img\\a.png", "index.html", "img/a.png"), ("img//a.png", "index.html", "img/a.png"),
            ("img/a.png?v=1#x", "index.html", "img/a.png"), ("a.png", "./blog/../index.html", "a.png"),
            ("../../../a.png", "blog/post.html", "a.png"), ("inside.png", "index.html", "inside.png"),
            ("back.png", "index.html", "back.png"),
            ("//cdn.example/a.png", "index.html", "remote https://cdn.example/a.png"),
            ("https://cdn.example/a.png?x#y", "index.html", "remote https://cdn.example/a.png?x#y"),
        ]
    )
    func withoutSiteURL(_ source: String, _ page: String, _ expected: String) throws {
        #expect(text(try resolver().resolve(source, onPage: FilePath(page), baseHref: nil)) == expected)
    }

    @Test(
        "A path is percent-decoded exactly once",
        arguments: [
            ("img/b%20c.png", "img/b c.png"), ("img/b c.png", "img/b c.png"), ("img/%C3%BC.png", "img/ü.png"),
            ("img/ü.png", "img/ü.png"), ("img/100%.png", "img/100%.png"), ("img/100%25.png", "img/100%.png"),
            ("img/%2541.png", "img/%41.png"), ("%69mg/%61.png", "img/a.png"),
            ("img/back%5Cslash.png", "img/back\\slash.png"),
        ]
    )
    func decoding(_ source: String, _ expected: String) throws {
        #expect(text(try resolver().resolve(source, onPage: "index.html", baseHref: nil)) == expected)
    }

    @Test(
        "A file with the query in its name is found after the one without",
        arguments: [
            ("img/c.png?v=1", "img/c.png?v=1"), ("img/c.png%3Fv=1", "img/c.png?v=1"),
            ("img/c.png?v%3D1", "img/c.png?v=1"),
            ("img/a.png?v=2", "img/a.png"), ("img/c.png?v=9", "There is no file img/c.png below the root."),
            ("img/c.png?/../../a.png", "There is no file img/c.png below the root."),
        ]
    )
    func queryInName(_ source: String, _ expected: String) throws {
        #expect(text(try resolver().resolve(source, onPage: "index.html", baseHref: nil)) == expected)
    }

    @Test(
        "With a site URL, what is below it is a file and everything else is remote",
        arguments: [
            ("img/a.png", "img/a.png at https://x.example/docs/img/a.png"),
            ("/docs/img/a.png?v#f", "img/a.png at https://x.example/docs/img/a.png?v#f"),
            ("/img/a.png", "remote https://x.example/img/a.png"),
            ("../a.png", "remote https://x.example/a.png"),
            ("/docs2/a.png", "remote https://x.example/docs2/a.png"),
            ("//x.example/docs/a.png", "a.png at https://x.example/docs/a.png"),
            ("https://X.EXAMPLE:443/docs/a.png", "a.png at https://x.example/docs/a.png"),
            ("http://x.example/docs/a.png", "a.png at https://x.example/docs/a.png"),
            ("https://u:p@x.example/docs/a.png", "a.png at https://x.example/docs/a.png"),
            ("https://x.example/d%6Fcs/a.png", "a.png at https://x.example/d%6Fcs/a.png"),
            ("https://x.example:8443/docs/a.png", "remote https://x.example:8443/docs/a.png"),
            ("https://www.x.example/docs/a.png", "remote https://www.x.example/docs/a.png"),
            ("ftp://x.example/docs/a.png", "A source with the scheme \"ftp:\" cannot be looked at."),
            ("none.png", "There is no file none.png below the root."),
        ],
        ["https://x.example/docs/", "https://x.example/docs", "https://x.example//docs/?q#f"]
    )
    func withSiteURL(_ example: (source: String, expected: String), _ siteURL: String) throws {
        let reference = try resolver(at: siteURL).resolve(example.source, onPage: "index.html", baseHref: nil)
        #expect(text(reference) == example.expected)
    }

    @Test("The name of a page is encoded in its own URL, so that it ends no part of it")
    func oddPageNames() throws {
        let resolver = try resolver(at: "https://x.example/")
        let base = resolver.base(ofPage: FilePath("a b/c?d#%2e\\/e.html"), baseHref: nil, encoding: .utf8)
        #expect(base.url.href == "https://x.example/a%20b/c%3Fd%23%252e%5C/e.html")
    }

    @Test(
        "base href comes first, but not where it is no URL, or data: or javascript:",
        arguments: [
            ("../img/x", "a.png", "img/a.png"), ("/img/x", "a.png", "img/a.png"), ("../img/", "a.png", "img/a.png"),
            ("https://cdn.example/x/", "a.png", "remote https://cdn.example/x/a.png"),
            ("https://cdn.example/x/", "/a.png", "remote https://cdn.example/a.png"),
            ("//cdn.example", "a.png", "remote https://cdn.example/a.png"), ("https://:80/", "a.png", "blog/a.png"),
            ("data:text/html,", "a.png", "blog/a.png"), ("javascript:x", "a.png", "blog/a.png"),
            ("", "a.png", "blog/a.png"),
            ("file:///etc/", "passwd", "A source with the scheme \"file:\" cannot be looked at."),
            ("mailto:x", "a.png", "The source \"a.png\" is not a valid URL."),
        ]
    )
    func baseHref(_ base: String, _ source: String, _ expected: String) throws {
        #expect(text(try resolver().resolve(source, onPage: "blog/post.html", baseHref: base)) == expected)
    }

    @Test(
        "Queries are written in the encoding of the page, those of the base URL as well",
        arguments: [
            (nil, "//a.test/é?é", "https://a.test/%C3%A9?%E9"), (nil, "//a.test/?犬", "https://a.test/?%26%2329356%3B"),
            ("//a.test/?é", "", "https://a.test/?%E9"), ("//a.test/?é", "#é", "https://a.test/?%E9#%C3%A9"),
        ]
    )
    func queryEncoding(_ base: String?, _ source: String, _ expected: String) throws {
        let base = try resolver().base(ofPage: "index.html", baseHref: base, encoding: .windows1252)
        #expect(base.url(of: source)?.href == expected)
        #expect(try resolver().target(ofLink: source, against: base) == expected.prefix { $0 != "#" })
    }

    @Test(
        "No reference leads to a file outside of the root",
        arguments: [
            "../outside/secret.png", "/../outside/secret.png", "%2e%2e/outside/secret.png", "..%2foutside%2fsecret.png",
            "%2e%2e%2foutside%2fsecret.png", "..%5coutside%5csecret.png", "..\\outside\\secret.png",
            "%252e%252e/outside/secret.png", "img/../../outside/secret.png", "img/..%2f..%2foutside/secret.png",
            "/%2fetc/passwd", "//etc/passwd", "///etc/passwd", "file:///etc/passwd", "file:a.png", "/etc/passwd",
            "a.png%00", "a.png%00.jpg", "%00", "\u{FF0E}\u{FF0E}/outside/secret.png", "..%c0%afoutside/secret.png",
            "out.png", "out/secret.png", "absolute.png", "sibling.png", "out/../out/secret.png",
            "a.png?/../../outside/secret.png",
            "%2e%2e%2foutside/x?..", "?../../outside/secret.png", "c:/outside/secret.png", "site-b/secret.png",
        ]
    )
    func neverOutside(_ source: String) throws {
        let root = try site.root.resolvingLinks()
        for siteURL in [nil, "https://x.example/", "https://x.example/docs/"] {
            for page in ["index.html", "blog/post.html", "../outside/index.html"] as [FilePath] {
                let reference = try resolver(at: siteURL).resolve(source, onPage: page, baseHref: nil)
                if case .file(let file) = reference {
                    // With a query, what is in front of it can be a file of the site.
                    #expect(source.contains("?") && file.location.starts(with: root))
                }
            }
        }
    }

    @Test(
        "What is no file says why",
        arguments: [
            ("", .noSource), (" \t\n", .noSource), ("https://", .malformedURL("https://")),
            ("http://[::1", .malformedURL("http://[::1")), ("none.png", .noSuchFile("none.png")),
            ("img/none.png?x", .noSuchFile("img/none.png")), ("a.png/b.png", .noSuchFile("a.png/b.png")),
            ("dangling.png", .noSuchFile("dangling.png")), ("none/", .noSuchFile("none")),
            ("img/folder.png", .notARegularFile("img/folder.png")), ("img/", .notARegularFile("img")),
            ("a.png/", .notARegularFile("a.png")), ("/", .notARegularFile(".")),
            ("pipe.png", .notARegularFile("pipe.png")),
            ("out.png", .outsideOfRoot("out.png")), ("out/secret.png", .outsideOfRoot("out/secret.png")),
            ("absolute.png", .outsideOfRoot("absolute.png")), ("sibling.png", .outsideOfRoot("sibling.png")),
            ("loop.png", .unreadable("loop.png", .tooManySymbolicLinkLevels)),
            ("blob:https://x/1", .unsupportedScheme("blob")), ("javascript:void(0)", .unsupportedScheme("javascript")),
            ("about:blank", .unsupportedScheme("about")), ("file:///a.png", .unsupportedScheme("file")),
            ("data:image/png;base64,!", .malformedData), ("data:", .malformedData),
            ("http://127.1/a.png", .privateAddress("127.0.0.1")), ("//localhost/a.png", .privateAddress("localhost")),
            ("http://[::ffff:10.0.0.1]/", .privateAddress("[::ffff:a00:1]")),
            ("http://169.254.169.254/latest/meta-data", .privateAddress("169.254.169.254")),
            ("https://user:secret@example.com/a.png", .hasCredentials("https://example.com/a.png")),
        ] as [(String, UnresolvableReason)]
    )
    func reasons(_ source: String, _ reason: UnresolvableReason) throws {
        #expect(try resolver().resolve(source, onPage: "index.html", baseHref: nil) == .unresolvable(reason))
        #expect(reason.description.hasSuffix("."))
        #expect(reason.nextStep.hasSuffix("."))
    }

    @Test("A name that the file system cannot have is no file")
    func longNames() throws {
        for length in [256, 4_000, 100_000] {
            let name = String(repeating: "a", count: length)
            let reference = try resolver().resolve(name, onPage: "index.html", baseHref: nil)
            guard case .unresolvable(.noSuchFile(let path)) = reference else {
                Issue.record("a name of \(length) bytes gives \(reference)")
                continue
            }
            #expect(name.hasPrefix(path.string))
        }
    }

    @Test("A message about a wrong URL shows only its beginning")
    func longURLs() throws {
        let reference = try resolver().resolve(
            "https://[" + String(repeating: "a", count: 100_000), onPage: "index.html", baseHref: nil)
        guard case .unresolvable(.malformedURL(let shown)) = reference else {
            Issue.record("\(reference) is not a wrong URL")
            return
        }
        #expect(shown.utf8.count == 80)
    }

    @Test("An image in the page is decoded")
    func data() throws {
        let reference = try resolver().resolve("data:image/png;base64,aGk=", onPage: "index.html", baseHref: nil)
        #expect(text(reference) == "data image/png 2")
    }

    @Test("Private hosts are let through on request")
    func allowedPrivateHosts() throws {
        let siteURL = try #require(WebURL("http://127.0.0.1:8080/"))
        let strict = ReferenceResolver(root: site.root, siteURL: siteURL)
        let lax = ReferenceResolver(root: site.root, siteURL: siteURL, allowsPrivateHosts: true)
        #expect(text(strict.resolve("a.png", onPage: "index.html", baseHref: nil)) == "a.png")
        #expect(
            text(lax.resolve("a.png", onPage: "index.html", baseHref: nil)) == "a.png at http://127.0.0.1:8080/a.png")
        #expect(text(lax.resolve("//[::1]/a", onPage: "index.html", baseHref: nil)) == "remote http://[::1]/a")
    }

    @Test("The location is the file itself, also where root or file are reached through links")
    func locations() throws {
        let resolver = ReferenceResolver(root: site.folder.appending("linked-site"), siteURL: nil)
        guard case .file(let file) = resolver.resolve("inside.png", onPage: "index.html", baseHref: nil) else {
            Issue.record("inside.png is a file")
            return
        }
        #expect(file.location == (try site.root.resolvingLinks().appending("img/a.png")))
        #expect(file.path == "inside.png")
    }

    @Test("A file name that is not UTF-8 is found")
    func invalidUTF8() throws {
        let name = Array("site/img/".utf8) + [0xFF] + Array(".png".utf8)
        let path = site.folder.pushing(FilePath(bytes: name))
        do {
            try FileDescriptor.open(path, .writeOnly, options: .create, permissions: .ownerReadWrite).close()
        } catch Errno.illegalByteSequence {
            return  // A file system that takes UTF-8 only.
        }
        let reference = try resolver().resolve("img/%ff.png", onPage: "index.html", baseHref: nil)
        guard case .file(let file) = reference else {
            Issue.record("\(reference) is not the file")
            return
        }
        #expect(file.path.bytes == Array("img/".utf8) + [0xFF] + Array(".png".utf8))
    }

    @Test("A root that does not exist holds no file")
    func missingRoot() {
        let resolver = ReferenceResolver(root: site.folder.appending("none"), siteURL: nil)
        let reference = resolver.resolve("a.png", onPage: "index.html", baseHref: nil)
        #expect(reference == .unresolvable(.noSuchFile("a.png")))
    }

    @Test(
        "A link leads to the page that a server would show",
        arguments: [
            ("about.html", "about.html"), ("about", "about.html"), ("about?x#y", "about.html"), ("/", "index.html"),
            ("", "blog/post.html"), ("#top", "blog/post.html"), ("/about", "about.html"), ("/team", "team/index.html"),
            ("/team/", "team/index.html"), (".", "blog/index.html"), ("..", "index.html"), ("/old", "old.htm"),
            ("/old.htm", "old.htm"), ("/v1.2", "v1.2.html"), ("/Loud.HTML", "Loud.HTML"), ("/Loud", nil),
            ("/odd%3Fname%23", "odd?name#.html"), ("/notes.txt", nil), ("/img/a.png", nil), ("/img/", nil),
            ("/none", nil),
            ("https://x.example/", nil), ("mailto:a@x.example", nil), ("javascript:void(0)", nil), ("/out/", nil),
            ("/out/index.html", nil), ("../../outside/index.html", nil), ("/..%2foutside/index.html", nil),
            ("http://[", nil),
            ("about.html/", nil),
        ] as [(String, FilePath?)]
    )
    func links(_ href: String, _ expected: FilePath?) throws {
        let page: FilePath = href == "about.html" || href.hasPrefix("about") ? "index.html" : "blog/post.html"
        #expect(try resolver().resolveLink(href, onPage: page, baseHref: nil) == expected)
    }

    @Test("A link is joined with base href, and known by the site's URL")
    func linksOfPublishedSites() throws {
        let resolver = try resolver(at: "https://x.example/docs/")
        #expect(
            resolver.resolveLink("https://x.example/docs/about", onPage: "index.html", baseHref: nil) == "about.html")
        #expect(resolver.resolveLink("/docs", onPage: "index.html", baseHref: nil) == "index.html")
        #expect(resolver.resolveLink("/about", onPage: "index.html", baseHref: nil) == nil)
        #expect(resolver.resolveLink("post", onPage: "index.html", baseHref: "blog/") == "blog/post.html")
    }
}

extension ReferenceResolver {
    /// What a source stands for on a page of which only this is known.
    fileprivate func resolve(
        _ source: String, onPage page: FilePath, baseHref: String?, encoding: PageEncoding = .utf8
    ) -> ImageReference {
        resolve(source, against: base(ofPage: page, baseHref: baseHref, encoding: encoding))
    }

    /// The page that a link leads to from a page of which only this is known.
    fileprivate func resolveLink(_ href: String, onPage page: FilePath, baseHref: String?) -> FilePath? {
        resolveLink(href, against: base(ofPage: page, baseHref: baseHref, encoding: .utf8))
    }
}
