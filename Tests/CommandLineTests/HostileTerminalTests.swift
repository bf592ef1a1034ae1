// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

@Suite("What reaches a terminal")
struct HostileTerminalTests {
    /// Sets a title, clears the screen in two ways, reverses what follows, rings, overwrites the line.
    private static let evil = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}1m\u{202E}\u{2066}\rowned\u{8}\u{7F}\u{85}\u{2028}"

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    /// What a terminal would obey, but for ends of lines, tabs and our own colours.
    private static func obeyed(in text: String) -> [Unicode.Scalar] {
        let bare = text.replacing(#/\u{1B}\[[0-9]*m/#, with: "").replacing("\r\n", with: "\n")
        return bare.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n" && scalar != "\t"
            case .lineSeparator, .paragraphSeparator: true
            default: scalar.properties.isBidiControl
            }
        }
    }

    private func writeSite() throws {
        let evil = Self.evil
        try folder.writeImage("site/a.png")
        let page = """
            <!DOCTYPE html><html lang="en"><meta charset=utf-8><title>\(evil)</title>\(evil)
            <p lang="de\(evil)">\(evil)<img src="a.png"></p>\(evil)<img src="https://count.example.com/\(evil).gif" width=1 height=1>\(evil)
            <img src="x\(evil).png"><img src="https://cdn.example.com/\(evil).png" title=""><img src="\(evil):x">
            <a href="t\(evil).html">\(evil)<img src="a.png"></a><a href="index.html"><img src="a.png"></a>
            <img src="a.png" alt="photo of \(evil)"><figure><img src="a.png"><figcaption>\(evil)</figcaption></figure>
            <img src="https://cdn.example.com/message.png"><img src="https://cdn.example.com/caption.png">
            <img src="https://cdn.example.com/file.png"><img src="https://cdn.example.com/job.png">
            """
        try folder.write(page, to: "site/index.html")
        try folder.write(page, to: "site/b\u{1B}]0;owned\u{7}\u{9B}1m\u{202E}\r.html")
        try folder.write("<meta charset=hz-gb-2312>\(evil)", to: "site/c\u{1B}[2J.html")
        try folder.makeFolder("site/d\u{1B}[2J.html/e\u{202E}")
        try folder.link("site/f\u{1B}[2J.html", to: "../../outside\u{1B}[2J.html")
        try folder.write("x", to: "outside\u{1B}[2J.html")
    }

    /// Answers with what a terminal would obey wherever the service has a word to say.
    private static let service: StandInBehaviour = {
        var behaviour = StandInBehaviour(queueLimit: nil)
        let evil = Self.evil.unicodeScalars.map {
            "\\u" + String(repeating: "0", count: 4 - String($0.value, radix: 16).count) + String($0.value, radix: 16)
        }
        .joined()
        behaviour.answers = [
            "message.png": #"{"status":"error","message":"\#(evil)","tip":"\#(evil)"}"#,
            "caption.png": #"{"status":"success","id":1,"output":["A dog \#(evil) on a rug"],"meta":{"x":"\#(evil)"}}"#,
            "file.png": #"{"status":"success","id":1,"output":["https://127.0.0.1/\#(evil)"]}"#,
            "job.png": #"{"status":"processing","id":"\#(evil)","message":"\#(evil)"}"#,
        ]
        return behaviour
    }()

    @Test(
        "is nothing that it obeys, whatever pages, names of files and the service say",
        .enabled(if: Program.hasTerminal, "there is no script command that makes a terminal"),
        arguments: [
            "audit site", "audit site -v --color always", "audit site --format json", "audit site --format jsonl",
            "diff site --offline", "diff site -v", "caption site -v --catalog 'cat\u{1B}]0;owned\u{7}.jsonl'",
            "fix site -v",
            "fix site --offline", "audit 'no\u{1B}]0;owned\u{7}where'", "audit site '--no\u{1B}]0;owned\u{7}option'",
            "fix site '--length=\u{1B}]0;owned\u{7}'", "audit site '--exclude=(\u{9B}1m'", "'\u{1B}]0;owned\u{7}'",
            "audit --root site 'site/\u{1B}[2J'", "audit site -o 'no/\u{1B}[2J'",
            "caption site --api-key-file 'no\u{1B}[2J'",
        ])
    func terminal(command: String) async throws {
        try writeSite()
        try await withStandInServer(Self.service) { server in
            let run = try await Program.shell.run(
                ["script -qec \"$ALTTEXT \(command)\" /dev/null </dev/null"], in: folder,
                environment: [
                    "ALTTEXT": Program.alttext.url.path, "TERM": "xterm", "ALTTEXT_NO_PROGRESS": "1",
                    "MODELSLAB_API_KEY": "stand-in-key",
                    "MODELSLAB_API_URL": server.origin,
                ])
            #expect(run.status != 0, "\(run.errors)")
            #expect(run.text.count > 40)
            #expect(Self.obeyed(in: run.text) == [], "\(run.text.debugDescription.suffix(2000))")
        }
    }

    @Test(
        "does not depend on there being one, for messages and reports",
        arguments: ["audit site -v", "fix site -v", "caption site -v"])
    func pipe(command: String) async throws {
        try writeSite()
        try await withStandInServer(Self.service) { server in
            let run = try await Program.shell.run(
                ["\"$0\" \(command) 2>&1", Program.alttext.url.path], in: folder,
                environment: ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": server.origin])
            #expect(run.text.contains("owned"))
            #expect(Self.obeyed(in: run.text) == [], "\(run.text.debugDescription.suffix(2000))")
        }
    }

    @Test("differs from a patch, which has the bytes of the pages as they are")
    func patch() async throws {
        try writeSite()
        let diff = try await Program.alttext.run(["diff", "site", "--offline"], in: folder)
        #expect(diff.text.unicodeScalars.contains("\u{1B}") && diff.text.unicodeScalars.contains("\u{202E}"))
        let headers = diff.text.split(separator: "\n").filter { $0.hasPrefix("--- ") || $0.hasPrefix("+++ ") }
        #expect(headers.count == 4)
        #expect(Self.obeyed(in: headers.joined()) == [])
    }

    @Test("of a caption is nothing that a page, the catalog or a patch could pass on")
    func caption() async throws {
        try folder.write("<html lang=en><img src=https://cdn.example.com/caption.png>", to: "site/index.html")
        try await withStandInServer(Self.service) { server in
            let service = ["MODELSLAB_API_KEY": "stand-in-key", "MODELSLAB_API_URL": server.origin]
            for command in ["caption", "diff", "fix"] {
                let run = try await Program.alttext.run([command, "site"], in: folder, environment: service)
                #expect(run.status == 0, "\(run.errors)")
                #expect(Self.obeyed(in: run.text) == [], "\(run.text)")
            }
        }
        for (name, bytes) in try folder.contents() {
            #expect(Self.obeyed(in: String(decoding: bytes, as: UTF8.self)) == [], "\(name)")
        }
        #expect(try folder.text("site/index.html").contains(#"alt="A dog ]0;owned [2J 1m owned on a rug""#))
    }
}
