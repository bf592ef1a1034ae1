// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

@Suite("A hostile site")
struct HostileSiteTests {
    private static let noTracer: Comment = "strace is not installed, or may not trace"
    /// A site that has something to ask the network about in every way that there is.
    private static let wired = """
        <!DOCTYPE html><html lang=en><base href="https://www.example.com/"><link rel=preload href="https://a.example.com/">
        <img src="https://b.example.com/b.png"><img src="//c.example.com/c.png"><img src="http://127.0.0.1:9/d.png">
        <img src="http://localhost/e.png"><a href="https://f.example.com/"><img src="https://f.example.com/f.png"></a>
        <img srcset="https://g.example.com/g.png 2x" src="https://g.example.com/g.webp">
        <picture><source srcset="https://h.example.com/h.png"><img src="https://h.example.com/h.gif"></picture>
        <img src="https://i.example.com/i.gif" width=1 height=1><input type=image src="https://j.example.com/j.png">
        """

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    @Test(
        "makes no command that is to use no network open a socket, or start a program",
        .enabled(if: Program.canTrace, noTracer),
        arguments: [
            "audit", "audit --format json", "audit --format jsonl -v", "diff --offline", "fix --offline -v",
            "caption --estimate", "caption --estimate --upload", "diff --estimate", "fix --estimate",
            "caption", "diff", "fix --upload",
        ])
    func noSockets(command: String) async throws {
        try folder.copyFixture()
        try folder.write(Self.wired, to: "site/wired.html")
        try folder.write(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'><!DOCTYPE x SYSTEM 'http://127.0.0.1:9/'>"
                + "<image l:href='http://127.0.0.1:9/'/></svg>", to: "site/svg.svg")
        try folder.write("<html lang=en><img src=svg.svg>", to: "site/svg.html")
        let arguments = command.split(separator: " ").map(String.init)
        // The others ask nobody for want of a key.
        let needsNoService = ["audit", "--offline", "--estimate"].contains { arguments.contains($0) }
        let (run, calls) = try await Program.trace(
            "trace=%network,execve,execveat,fork,vfork", arguments + ["site", "--site-url", "https://example.org/"],
            in: folder,
            environment: [
                "MODELSLAB_API_KEY": needsNoService ? "stand-in-key" : "", "MODELSLAB_API_URL": "http://127.0.0.1:9",
            ])
        let status: Int32 = command.contains("--estimate") ? 0 : command == "caption" ? 2 : 1
        #expect(run.status == status, "\(run.errors)")
        #expect(calls.begun.count == 1, "\(calls.lines)")
        #expect(calls.named("execve").count == 1)
    }

    @Test(
        "would be seen to open a socket, and to ask no other host than the service",
        .enabled(if: Program.canTrace, noTracer))
    func sockets() async throws {
        try folder.write(Self.wired, to: "site/wired.html")
        let (run, calls) = try await Program.trace(
            "trace=%network,execve", ["caption", "site", "--max-captions", "1"], in: folder,
            environment: ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": "http://127.0.0.1:9"])
        #expect(run.status == 3, "\(run.errors)")
        let connections = calls.named("connect")
        #expect(!connections.isEmpty)
        for connection in connections {
            #expect(connection.contains("sin_port=htons(9)") && connection.contains("127.0.0.1"), "\(connection)")
        }
    }

    /// What leads out of the root in one way or another; `@` stands for the absolute path of the work folder.
    private static let waysOut = [
        "../secret/s.png", "..%2fsecret%2fs.png", "..%2Fsecret/s.png", "%2e%2e/secret/s.png", "%2E%2E%2Fsecret%2Fs.png",
        ".%2e/secret/s.png", #"..\secret\s.png"#, "..%5csecret%5cs.png", "/../secret/s.png", "/%2e%2e/secret/s.png",
        "./../secret/s.png", "img/../../secret/s.png", "img/%2e%2e/%2e%2e/secret/s.png", "%252e%252e/secret/s.png",
        "..%c0%afsecret%c0%afs.png", "%c0%ae%c0%ae/secret/s.png", "．．/secret/s.png", "‥/secret/s.png",
        "..;/secret/s.png",
        "....//secret/s.png", "..%00/secret/s.png", "s.png%00/../../secret/s.png", "../SECRET/S.PNG",
        "..\\t/secret/s.png",
        "file://@/secret/s.png", "FILE:@/secret/s.png", "file://localhost@/secret/s.png", "file:///@/secret/s.png",
        "file:../secret/s.png", "@/secret/s.png", "/@/secret/s.png", "https://example.org/../secret/s.png",
        "https://example.org/%2e%2e/secret/s.png", "https://example.org/docs/../../secret/s.png", "linked.png",
        "linked-folder/s.png", "linked-folder/../secret/s.png", "chain.png", "loop.png", "loop/s.png", "proc/environ",
        "img/linked-again.png", "view-source:file://@/secret/s.png", "blob:file://@/secret/s.png",
    ]

    private func writeTraps() throws -> String {
        try folder.writeImage("secret/s.png")
        try folder.write("<html lang=en><title>Told in confidence</title><img src=s.png>", to: "secret/t.html")
        try folder.writeImage("site/own.png")
        try folder.makeFolder("site/img")
        try folder.link("site/linked.png", to: "../secret/s.png")
        try folder.link("site/chain.png", to: "img/linked-again.png")
        try folder.link("site/img/linked-again.png", to: "../linked.png")
        try folder.link("site/linked-folder", to: "../secret")
        try folder.link("site/linked.html", to: "../secret/t.html")
        try folder.link("site/loop.png", to: "loop.png")
        try folder.link("site/loop", to: ".")
        try folder.link("site/proc", to: "/proc/self")
        let base = folder.url.path
        let ways = Self.waysOut.map { $0.replacing("@", with: base) }
        let images = ways.map { way in
            "<img src=\"\(way)\"><img src=x.gif srcset=\"\(way) 2x\"><picture><source srcset=\"\(way)\"><img src=x.gif></picture>"
                + "<img data-src=\"\(way)\"><a href=\"\(way.replacing("s.png", with: "t.html"))\"><img src=own.png></a>\n"
        }
        try folder.write("<!DOCTYPE html><html lang=en><img src=own.png>\n\(images.joined())", to: "site/index.html")
        for (index, href) in ["file://\(base)/secret/", "../secret/", "file:///", "linked-folder/"].enumerated() {
            try folder.write(
                "<html lang=en><base href=\"\(href)\"><img src=s.png><a href=t.html><img src=/own.png></a>",
                to: "site/base\(index).html")
        }
        return base
    }

    @Test("gets no file read that is outside of its root, and none sent", .enabled(if: Program.canTrace, noTracer))
    func outside() async throws {
        try await ServiceFixture.run { fixture in
            let trap = HostileSiteTests(in: fixture.folder)
            _ = try trap.writeTraps()
            let secret = try fixture.folder.read("secret/s.png")
            for arguments in [["audit"], ["caption", "--upload"], ["fix", "--upload"], ["fix", "--offline"]] {
                let (run, calls) = try await Program.trace(
                    "trace=open,openat,openat2", arguments + ["site", "--src-attribute", "data-src"],
                    in: fixture.folder,
                    environment: fixture.service)
                #expect([1, 2, 3].contains(run.status), "\(run.errors)")
                let opened = calls.openedFiles
                #expect(
                    opened.contains { $0.hasSuffix("site/index.html") } && opened.contains { $0.hasSuffix("own.png") })
                #expect(!opened.contains { $0.contains("secret") || $0.hasSuffix("environ") }, "\(opened)")
                #expect(!(run.text + run.errors).contains("confidence"))
            }
            let uploads = await fixture.server.requests.filter { $0.endpoint == .upload }.map(\.image)
            #expect(uploads.count == 1)
            #expect(try fixture.folder.read("secret/s.png") == secret)
            #expect(!(try fixture.folder.text("site/index.html")).contains("confidence"))
            for name in ["secret/t.html", "site/linked.html"] {
                #expect(!(try fixture.folder.text(name)).contains("alt="))
            }
        }
    }

    private init(in folder: WorkFolder) {
        self.folder = folder
    }

    @Test("gets no image asked for at an address that is not on the internet, however that is written")
    func privateAddresses() async throws {
        let hosts = [
            "127.0.0.1", "127.1", "0x7f.1", "0177.0.0.1", "2130706433", "0x7f000001", "017700000001", "127.0.0.1.", "0",
            "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0xA9FEA9FE", "2852039166",
            "0251.0376.0251.0376", "169.254.43518", "168.63.129.16", "100.100.100.200", "192.0.0.192", "[::1]", "[::]",
            "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::169.254.169.254]",
            "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[2002:7f00:1::1]", "[fe80::1]",
            "[fd00:ec2::254]", "[fc00::1]", "[ff02::1]", "[2001:0:7f00:1::]", "localhost", "localhost.", "LocalHost",
            "%6cocalhost", "a.localhost", "a.localhost.", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "metadata.google.internal",
            "metadata.google.internal.",
            "metadata", "printer.local", "printer.LOCAL.", "router.lan", "nas.home.arpa", "１２７．０．０．１", "127。0。0。1",
            "①②⑦.0.0.1", "user@169.254.169.254", "user:word@cdn.example.com", "cdn.example.com@127.0.0.1",
            #"127.0.0.1\@cdn.example.com"#, "127.0.0.1:80#@cdn.example.com", "169.254.169.254:8080",
        ]
        try await ServiceFixture.run { fixture in
            let images = hosts.flatMap { host in
                ["http", "https"].map { scheme in
                    "<img src=\"\(scheme)://\(host)/a.png\"><img srcset=\"\(scheme)://\(host)/b.png 2x\" src=c.gif>\n"
                }
            }
            try fixture.folder.write(
                "<!DOCTYPE html><html lang=en><img src=https://cdn.example.com/ok.png>\n\(images.joined())"
                    + "<img src=\"//127.0.0.1/a.png\"><img src=\"http:/127.0.0.1/a.png\"><img src=\"http:127.0.0.1/a.png\">",
                to: "site/index.html")
            let run = try await fixture.alttext("caption", "site")
            #expect(run.status == 0, "\(run.errors)")
            #expect(await fixture.server.requests.map(\.image) == ["https://cdn.example.com/ok.png"])
            #expect(try fixture.folder.catalog().count == 1)
        }
    }

    @Test("of its own is not given to the service where it is published at a private address")
    func privateSite() async throws {
        try await ServiceFixture.run { fixture in
            try fixture.folder.writeImage("site/a.png")
            try fixture.folder.write("<html lang=en><img src=a.png>", to: "site/index.html")
            for url in ["http://localhost:8080/", "http://192.168.1.7/", "https://staging.internal/", "http://[::1]/"] {
                let run = try await fixture.alttext("caption", "site", "--site-url", url)
                #expect(run.errors.contains("no public URL"), "\(run.errors)")
            }
            #expect(await fixture.server.requests.isEmpty)
        }
    }
}
