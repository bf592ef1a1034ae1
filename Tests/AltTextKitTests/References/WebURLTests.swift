// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@testable import AltTextKit

@Suite("URLs as browsers parse them")
struct WebURLTests {
    /// A reference, what it is relative to, and the URL that it stands for; `nil` where it is none.
    struct Case: CustomTestStringConvertible, Sendable {
        let input: String
        let base: String?
        let href: String?

        init(_ input: String, _ base: String? = nil, is href: String?) {
            self.input = input
            self.base = base
            self.href = href
        }

        var testDescription: String { "\(input.debugDescription) on \(base ?? "nothing")" }

        func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
            let baseURL = try base.map { try #require(WebURL($0), sourceLocation: sourceLocation) }
            let url = WebURL(input, base: baseURL)
            #expect(url?.href == href, sourceLocation: sourceLocation)
            if let url {
                #expect(WebURL(url.href) == url, "what is written parses to the same", sourceLocation: sourceLocation)
            }
        }
    }

    @Test(
        "Control characters and spaces at the ends, and tabs and line ends anywhere, do not count",
        arguments: [
            Case(" \u{0}\u{1F} https://a.test/b \u{C}\n", is: "https://a.test/b"),
            Case("ht\ntps:/\t/a.te\rst/b\r\nc", is: "https://a.test/bc"),
            Case("\t", "https://a.test/b", is: "https://a.test/b"),
            Case("a b", "https://a.test/", is: "https://a.test/a%20b"),
        ]
    )
    func trimming(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "A scheme is letters, digits and +-. up to a colon, in any case",
        arguments: [
            Case("HTTPS://a.test", is: "https://a.test/"),
            Case("a1+-.:x", is: "a1+-.:x"),
            Case("1a:x", "https://a.test/b/c", is: "https://a.test/b/1a:x"),
            Case("a_b:x", "https://a.test/b/c", is: "https://a.test/b/a_b:x"),
            Case("a_b:x", is: nil),
            Case("", is: nil),
            Case("//a.test", is: nil),
            Case(":x", "https://a.test/b", is: "https://a.test/:x"),
        ]
    )
    func schemes(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "A special scheme takes any number of slashes, and none against a base of the same scheme",
        arguments: [
            Case("https:a.test/b", is: "https://a.test/b"),
            Case("https:/a.test/b", is: "https://a.test/b"),
            Case("https:\\\\//a.test/b", is: "https://a.test/b"),
            Case("https:a.png", "https://a.test/b/c", is: "https://a.test/b/a.png"),
            Case("https:/a.png", "https://a.test/b/c", is: "https://a.test/a.png"),
            Case("http:a.png", "https://a.test/b/c", is: "http://a.png/"),
            Case("https://b.test", "https://a.test/b/c", is: "https://b.test/"),
            Case("web+x:/a", "web+x://h/b", is: "web+x:/a"),
            Case("web+x://h/a", is: "web+x://h/a"),
        ]
    )
    func slashesBehindTheScheme(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "A relative reference takes from its base what it does not say itself",
        arguments: [
            Case("", "https://u:p@a.test:8/b/c?d#e", is: "https://u:p@a.test:8/b/c?d"),
            Case("x", "https://u:p@a.test:8/b/c?d#e", is: "https://u:p@a.test:8/b/x"),
            Case("?x", "https://a.test/b/c?d#e", is: "https://a.test/b/c?x"),
            Case("#x", "https://a.test/b/c?d#e", is: "https://a.test/b/c?d#x"),
            Case("/x", "https://a.test/b/c?d#e", is: "https://a.test/x"),
            Case("\\x", "https://a.test/b/c?d#e", is: "https://a.test/x"),
            Case("//b.test/x", "https://u:p@a.test:8/b", is: "https://b.test/x"),
            Case("/\\b.test/x", "https://a.test/b", is: "https://b.test/x"),
            Case("///b.test/x", "https://a.test/b", is: "https://b.test/x"),
            Case("//h/x", "web+x://a/b", is: "web+x://h/x"),
            Case("/x", "web+x://a/b", is: "web+x://a/x"),
            Case("\\x", "web+x://a/b/c", is: "web+x://a/b/\\x"),
            Case("#x", "mailto:a", is: "mailto:a#x"),
            Case("x", "mailto:a", is: nil),
            Case("x", "web+x://a", is: "web+x://a/x"),
        ]
    )
    func relativeReferences(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "Dot segments are resolved, also encoded ones, and never climb above the host",
        arguments: [
            Case("../x", "https://a.test/b/c/d", is: "https://a.test/b/x"),
            Case("../../../../x", "https://a.test/b/c/d", is: "https://a.test/x"),
            Case("./x/.", "https://a.test/b/c", is: "https://a.test/b/x/"),
            Case("x/..", "https://a.test/b/c", is: "https://a.test/b/"),
            Case("%2e%2E/x", "https://a.test/b/c", is: "https://a.test/x"),
            Case(".%2e/%2e/x", "https://a.test/b/c", is: "https://a.test/x"),
            Case("..\\x", "https://a.test/b/c", is: "https://a.test/x"),
            Case(".../x", "https://a.test/b/c", is: "https://a.test/b/.../x"),
            Case("%252e%252e/x", "https://a.test/b/c", is: "https://a.test/b/%252e%252e/x"),
            Case("..%2fx", "https://a.test/b/c", is: "https://a.test/b/..%2fx"),
            Case("a//../x", "https://a.test/", is: "https://a.test/a/x"),
            Case("web+x:/.//p", is: "web+x:/.//p"),
        ]
    )
    func dotSegments(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "Each part of a URL is percent-encoded by its own set",
        arguments: [
            Case("https://a.test/\"#\"", is: "https://a.test/%22#%22"),
            Case("https://a.test/<>`{}^|[]'%é", is: "https://a.test/%3C%3E%60%7B%7D%5E|[]'%%C3%A9"),
            Case("https://a.test/?<>`{}^|'\" é", is: "https://a.test/?%3C%3E`{}^|%27%22%20%C3%A9"),
            Case("web+x://a/?'", is: "web+x://a/?'"),
            Case("https://a.test/#<>`{}^|'\" é", is: "https://a.test/#%3C%3E%60{}^|'%22%20%C3%A9"),
            Case("https://a.test/a?b?c#d#e", is: "https://a.test/a?b?c#d#e"),
            Case("https://u/:;=@[\\]^|@a.test", is: "https://u/:;=@[/]%5E|@a.test"),
            Case("https://a.test/\u{7F}~", is: "https://a.test/%7F~"),
            Case("https://a.test/%zz%4", is: "https://a.test/%zz%4"),
        ]
    )
    func percentEncoding(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "Credentials end at the last @, and the user's name at the first colon",
        arguments: [
            Case("https://u:p@a.test", is: "https://u:p@a.test/"),
            Case("https://u@v:p:q@a.test", is: "https://u%40v:p%3Aq@a.test/"),
            Case("https://:p@a.test", is: "https://:p@a.test/"),
            Case("https://:@a.test", is: "https://a.test/"),
            Case("https://@a.test", is: "https://a.test/"),
            Case("https://u;=|^[]@a.test", is: "https://u%3B%3D%7C%5E%5B%5D@a.test/"),
            Case("https://u@", is: nil),
            Case("https://u@/x", is: nil),
            Case("web+x://u@/x", is: nil),
        ]
    )
    func credentials(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "A port is a number of 16 bits, and left out where it is the scheme's own",
        arguments: [
            Case("https://a.test:8443/", is: "https://a.test:8443/"),
            Case("https://a.test:443/", is: "https://a.test/"),
            Case("http://a.test:00080/", is: "http://a.test/"),
            Case("ws://a.test:80", is: "ws://a.test/"),
            Case("wss://a.test:443", is: "wss://a.test/"),
            Case("ftp://a.test:21", is: "ftp://a.test/"),
            Case("http://a.test:443/", is: "http://a.test:443/"),
            Case("https://a.test:/x", is: "https://a.test/x"),
            Case("https://a.test:65535", is: "https://a.test:65535/"),
            Case("https://a.test:65536", is: nil),
            Case("https://a.test:99999999999999999999999", is: nil),
            Case("https://a.test:8a", is: nil),
            Case("https://:80", is: nil),
            Case("https://[::1]:80", is: "https://[::1]:80/"),
        ]
    )
    func ports(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "A file URL knows drive letters, and localhost is no host",
        arguments: [
            Case("file:///a/b", is: "file:///a/b"),
            Case("file:a", is: "file:///a"),
            Case("file://localhost/a", is: "file:///a"),
            Case("file://h/a", is: "file://h/a"),
            Case("file://h:80/a", is: nil),
            Case("file:\\\\h\\a", is: "file://h/a"),
            Case("file://C|/a/../../..", is: "file:///C:/"),
            Case("file:///C|/a", is: "file:///C:/a"),
            Case("file:C|a", "file:///x/y", is: "file:///x/C|a"),
            Case("C|/a", "file:///x/y?q#f", is: "file:///C:/a"),
            Case("/a", "file:///C:/b/c", is: "file:///C:/a"),
            Case("/D:/a", "file:///C:/b/c", is: "file:///D:/a"),
            Case("..", "file:///C:/", is: "file:///C:/"),
            Case("", "file:///a?b#c", is: "file:///a?b"),
            Case("?x", "file:///a?b#c", is: "file:///a?x"),
            Case("#x", "file:///a?b#c", is: "file:///a?b#x"),
            Case("//h", "file:///a", is: "file://h/"),
            Case("/a", "file://h/b", is: "file://h/a"),
        ]
    )
    func files(_ example: Case) throws {
        try example.check()
    }

    @Test(
        "An opaque path stays as it is, but for controls and a space in front of ? and #",
        arguments: [
            Case("data:image/png;base64,AA==", is: "data:image/png;base64,AA=="),
            Case("javascript:a b\"<é>", is: "javascript:a b\"<%C3%A9>"),
            Case("data:a b  ?q", is: "data:a b %20?q"),
            Case("data:a #f", is: "data:a%20#f"),
            Case("data:/../a", is: "data:/a"),
            Case("about:blank", "https://a.test/", is: "about:blank"),
        ]
    )
    func opaquePaths(_ example: Case) throws {
        try example.check()
    }

    @Test("Every part can be asked for")
    func parts() throws {
        let url = try #require(WebURL("https://u:p@A.test:8/b%2Fc/%ff/?q#f"))
        #expect(url.scheme == "https")
        #expect(url.username == "u")
        #expect(url.password == "p")
        #expect(url.host == .domain("a.test"))
        #expect(url.port == 8)
        #expect(url.path == .segments(["b%2Fc", "%ff", ""]))
        #expect(url.query == "q")
        #expect(url.fragment == "f")
        #expect(url.decodedSegments == [Array("b/c".utf8), [0xFF], []])
        #expect(url.hrefWithoutFragment == "https://u:p@a.test:8/b%2Fc/%ff/?q")
    }

    @Test(
        "The query of a special URL is written in the encoding of the page",
        arguments: [
            (.windows1252, "é?é#é", "https://a.test/%C3%A9?%E9#%C3%A9"),
            (.shiftJIS, "?表", "https://a.test/?%95\\"),
            (.shiftJIS, "?'\"<>#表", "https://a.test/?%27%22%3C%3E#%E8%A1%A8"),
            (.windows1252, "?犬", "https://a.test/?%26%2329356%3B"), (.utf16LE, "?é", "https://a.test/?%C3%A9"),
            (.iso2022JP, "?犬", "https://a.test/?%1B$B8$%1B(B"), (.koi8R, "?", "https://a.test/?"),
            (.windows1252, "ftp://b.test/?é", "ftp://b.test/?%E9"), (.windows1252, "file:///?é", "file:///?%E9"),
            (.windows1252, "ws://b.test/?é", "ws://b.test/?%C3%A9"),
            (.windows1252, "wss:b.test/?é'", "wss://b.test/?%C3%A9%27"),
            (.windows1252, "data:,?é", "data:,?%C3%A9"), (.windows1252, "a://b/?é'", "a://b/?%C3%A9'"),
        ] as [(PageEncoding, String, String)]
    )
    func queryEncoding(encoding: PageEncoding, input: String, href: String) {
        #expect(WebURL(input, base: WebURL("https://a.test/"), encoding: encoding)?.href == href)
    }

    @Test("Percent-decoding happens once, and leaves alone what is not an encoded byte")
    func decoding() {
        #expect(PercentEncoding.decode("%41%2541%4%zz%".utf8) == Array("A%41%4%zz%".utf8))
    }

    @Test("A path of many segments and a long host take linear time")
    func hostileLengths() throws {
        let path = String(repeating: "/a", count: 200_000)
        #expect(WebURL("https://a.test" + path)?.segments.count == 200_000)
        #expect(WebURL("https://" + String(repeating: "é1", count: 100_000) + ".test/") == nil)
        #expect(WebURL("https://" + String(repeating: "1.", count: 100_000) + "/") == nil)
    }
}
