// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// What is run, and what has to be in the one line that it says.
    struct Case: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        var environment: [String: String] = [:]
        let mentions: [String]

        var testDescription: String { (environment.map { "\($0)=\($1)" } + arguments).joined(separator: " ") }
    }

    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.writeCaptionSite()
        try folder.makeFolder("empty")
    }

    @Test(
        "that keeps the job from being done is told in one line, with status 2",
        arguments: [
            Case(arguments: ["audit", "nothere"], mentions: ["nothere", "no such", "folder"]),
            Case(arguments: ["audit", "--root", "nothere"], mentions: ["nothere: no such folder"]),
            Case(arguments: ["audit", "empty"], mentions: ["empty: no pages", "--allow-empty"]),
            Case(arguments: ["fix", "empty"], mentions: ["empty: no pages", "--allow-empty"]),
            Case(arguments: ["audit", "site", "--extensions", "php"], mentions: ["*.php", "--extensions"]),
            Case(arguments: ["audit", "site", "--exclude-path", "*"], mentions: ["no pages"]),
            Case(arguments: ["audit", "--root", "site", "empty"], mentions: ["no pages"]),
            Case(
                arguments: ["audit", "--root", "site", "--files-from", "nolist"],
                mentions: ["nolist", "--files-from"]
            ),
            Case(
                arguments: ["audit", "--root", "empty", "site/index.html"],
                mentions: ["site/index.html: not inside", "--root"]
            ),
            Case(arguments: ["caption", "site"], mentions: ["MODELSLAB_API_KEY", "--api-key-file"]),
            Case(arguments: ["caption", "site", "--api-key-file", "nokey"], mentions: ["nokey", "--api-key-file"]),
            Case(arguments: ["fix", "site", "--api-key-file", "empty"], mentions: ["empty", "--api-key-file"]),
            Case(arguments: ["audit", "site", "-o", "no/report.json"], mentions: ["no/report.json", "no folder"]),
        ]
    )
    func failure(_ example: Case) async throws {
        let run = try await Program.alttext.run(example.arguments, in: folder, environment: example.environment)
        #expect(run.status == 2)
        #expect(run.output.isEmpty || example.arguments.contains("-o"))
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("alttext: "))
        for part in example.mentions { #expect(run.errors.contains(part), "\(run.errors)") }
    }

    @Test(
        "on the command line and in the environment is a usage error, with status 64",
        arguments: [
            Case(arguments: ["audit"], mentions: ["folder"]),
            Case(arguments: ["audit", "site/index.html"], mentions: ["--root"]),
            Case(arguments: ["audit", "site", "--fail-on", "sometimes"], mentions: ["sometimes", "warning"]),
            Case(arguments: ["audit", "site", "--format", "xml"], mentions: ["xml", "sarif", "jsonl"]),
            Case(arguments: ["audit", "site", "--frmat", "json"], mentions: ["--frmat", "--format"]),
            Case(arguments: ["audit", "site", "--color", "red"], mentions: ["red", "always"]),
            Case(arguments: ["audit", "site", "--exclude", "("], mentions: ["\"(\"", "regular expression"]),
            Case(arguments: ["audit", "site", "--extensions", ","], mentions: ["--extensions"]),
            Case(arguments: ["audit", "site", "--site-url", "example.org"], mentions: ["example.org", "https://"]),
            Case(arguments: ["audit", "site", "--upload"], mentions: ["--upload"]),
            Case(arguments: ["fix", "site", "--length", "huge"], mentions: ["huge", "normal"]),
            Case(arguments: ["fix", "site", "--length", "normal,huge"], mentions: ["normal,huge", "long"]),
            Case(arguments: ["fix", "site", "--length", "normal,normal"], mentions: ["normal,normal", "long"]),
            Case(arguments: ["fix", "site", "--max-captions", "-1"], mentions: ["--max-captions"]),
            Case(arguments: ["fix", "site", "--max-captions", "many"], mentions: ["many", "--max-captions"]),
            Case(arguments: ["fix", "site", "--max-cost=-0.5"], mentions: ["--max-cost"]),
            Case(arguments: ["fix", "site", "--max-cost", "nan"], mentions: ["--max-cost"]),
            Case(arguments: ["fix", "site", "--concurrency", "0"], mentions: ["--concurrency"]),
            Case(arguments: ["fix", "site", "--timeout", "0"], mentions: ["--timeout"]),
            Case(arguments: ["fix", "site", "--timeout", "inf"], mentions: ["--timeout"]),
            Case(arguments: ["fix", "site", "--api-key", "abc"], mentions: ["--api-key"]),
            Case(arguments: ["mend", "site"], mentions: ["Unknown command 'mend'."]),
            Case(arguments: ["adit", "site", "-q"], mentions: ["Unknown command 'adit'. Did you mean 'audit'?"]),
            Case(arguments: ["fix", "site", "--ofline"], mentions: ["'--ofline'. Did you mean '--offline'?"]),
            Case(
                arguments: ["audit", "site"],
                environment: ["ALTTEXT_FORMAT": "xml"],
                mentions: ["ALTTEXT_FORMAT", "xml", "jsonl"]
            ),
            Case(
                arguments: ["audit", "site"],
                environment: ["ALTTEXT_QUIET": "perhaps"],
                mentions: ["ALTTEXT_QUIET", "perhaps"]
            ),
            Case(
                arguments: ["audit", "site"],
                environment: ["ALTTEXT_FAIL_ON": "x"],
                mentions: ["ALTTEXT_FAIL_ON", "warning"]
            ),
            Case(
                arguments: ["audit", "site"], environment: ["ALTTEXT_SITE_URL": "x"],
                mentions: ["ALTTEXT_SITE_URL \"x\""]),
            Case(
                arguments: ["audit", "site"],
                environment: ["ALTTEXT_EXCLUDE": "a\n("],
                mentions: ["regular expression"]
            ),
            Case(
                arguments: ["fix", "site"],
                environment: ["ALTTEXT_LENGTH": "huge"],
                mentions: ["ALTTEXT_LENGTH", "long"]
            ),
            Case(
                arguments: ["fix", "site"],
                environment: ["ALTTEXT_CONCURRENCY": "two"],
                mentions: ["ALTTEXT_CONCURRENCY", "two"]
            ),
            Case(arguments: ["fix", "site"], environment: ["ALTTEXT_MAX_COST": "-1"], mentions: ["ALTTEXT_MAX_COST"]),
            Case(arguments: ["fix", "site"], environment: ["ALTTEXT_OFFLINE": "2"], mentions: ["ALTTEXT_OFFLINE"]),
        ]
    )
    func usage(_ example: Case) async throws {
        let run = try await Program.alttext.run(example.arguments, in: folder, environment: example.environment)
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.output.isEmpty)
        // The parser lists many values below each other.
        let lines = run.errorLines
        let message = lines.prefix(1 + lines.dropFirst().prefix { $0.hasPrefix("  - ") }.count).joined(separator: " ")
        #expect(message.hasPrefix("Error: "))
        for part in example.mentions { #expect(message.contains(part), "\(message)") }
        #expect(run.errors.contains("\nUsage: alttext "), "\(run.errors)")
    }

    @Test("in the environment counts less than the same on the command line")
    func precedence() async throws {
        let environment = ["ALTTEXT_FORMAT": "json", "ALTTEXT_FAIL_ON": "never"]
        let byEnvironment = try await Program.alttext.run(["audit", "site"], in: folder, environment: environment)
        #expect(byEnvironment.text.hasPrefix(#"{"schema":1"#))
        #expect(byEnvironment.status == 0)
        let byOption = try await Program.alttext.run(
            ["audit", "site", "--format", "jsonl", "--fail-on", "error"],
            in: folder,
            environment: environment
        )
        #expect(byOption.text.hasPrefix(#"{"page""#))
        #expect(byOption.status == 1)
    }

    @Test("is none where flags are set in the environment", arguments: ["1", "true", "YES", "on"])
    func flags(value: String) async throws {
        let run = try await Program.alttext.run(
            ["fix", "empty"],
            in: folder,
            environment: ["ALTTEXT_QUIET": value, "ALTTEXT_ALLOW_EMPTY": value, "ALTTEXT_OFFLINE": value]
        )
        #expect(run.status == 0)
        #expect(run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    }

    @Test("is no folder without pages where that is allowed", arguments: ["audit", "diff", "fix"])
    func allowEmpty(command: String) async throws {
        #expect(try await Program.alttext.run([command, "empty", "--allow-empty"], in: folder).status == 0)
    }

    @Test(
        "in the catalog is told with its line, and the file stays as it is",
        arguments: [
            "not JSON", "{}", #"{"image":"sha256:00","role":"content"}"#,
            #"{"image":"x","role":"content","lang":"en","status":"maybe"}"#, "[1]",
        ]
    )
    func badCatalog(line: String) async throws {
        let good =
            #"{"image":"url:https://e.org/x.png","role":"content","lang":"en","status":"approved","text":"A kite"}"#
        let catalog = "\(good)\n\(line)\n\(good)\n"
        try folder.write(catalog, to: "alttext.captions.jsonl")
        for arguments in [["fix", "site", "--offline"], ["diff", "site"], ["caption", "site", "--estimate"]] {
            let run = try await Program.alttext.run(arguments, in: folder)
            #expect(run.status == 2)
            #expect(run.errorLines.count == 1, "\(run.errors)")
            #expect(run.errors.hasPrefix("alttext: alttext.captions.jsonl:2: "), "\(run.errors)")
        }
        #expect(try folder.text("alttext.captions.jsonl") == catalog)
        #expect(try folder.text("site/index.html").contains(#"<img src="img/a.png">"#))
    }

    @Test("as a key: nothing, or more than one word", arguments: ["", " \n", "two words", "key\nkey"])
    func badKeyFile(content: String) async throws {
        try folder.write(content, to: "key.txt")
        let run = try await Program.alttext.run(["caption", "site", "--api-key-file", "key.txt"], in: folder)
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.hasPrefix("alttext: key.txt: "))
    }

    @Test("on one page does not stop the others")
    func brokenPages() async throws {
        try folder.makeFolder("site/folder.html")
        try folder.link("site/dangling.html", to: "nowhere.html")
        try folder.write(#"<meta charset="hz-gb-2312"><img src="img/a.png">"#, to: "site/hz.html")
        try folder.write("<html lang=en><img src=secret.png>", to: "secret.html")
        try folder.link("site/outside.html", to: "../secret.html")
        let pixel = #"<img src="https://count.example.com/p.gif" width="1" height="1">"#
        try folder.write("<html lang=en>\(pixel)", to: "site/good.html")
        _ = try await Program.shell.run(["mkfifo site/pipe.html"], in: folder)

        let audit = try await Program.alttext.run(["audit", "site", "--format", "jsonl"], in: folder)
        #expect(audit.status == 2)
        #expect(
            Set(try AuditLine.lines(of: audit.text).map(\.page)) == ["index.html", "second/index.html", "good.html"]
        )
        #expect(audit.errorLines.count == 2, "\(audit.errors)")
        #expect(
            audit.errors.contains("hz.html: ") && audit.errors.contains("outside.html: a link to somewhere outside"))
        let document = try JSONDecoder().decode(
            AuditDocument.self,
            from: Data(try await Program.alttext.run(["audit", "site", "--format", "json"], in: folder).output)
        )
        #expect(document.problems.map(\.page) == ["hz.html", "outside.html"])
        #expect(document.summary.unreadablePages == 2)

        for quiet in [[], ["-q"]] {
            let fix = try await Program.alttext.run(["fix", "site", "--offline"] + quiet, in: folder)
            #expect(fix.status == 2)
            #expect(fix.errorLines.count { $0.contains("hz.html: ") } == 1, "\(fix.errors)")
            #expect(fix.errorLines.count { $0.contains("outside.html: a link to") } == 1, "\(fix.errors)")
        }
        let estimate = try await Program.alttext.run(["caption", "site", "--estimate"], in: folder)
        #expect(estimate.status == 2)
        #expect(estimate.errors.contains("hz.html: "))
        #expect(try folder.text("site/good.html").contains(#"<img alt="" "#))
        #expect(try folder.text("secret.html") == "<html lang=en><img src=secret.png>")
    }

    @Test(
        "among named pages does not stop the others",
        arguments: ["site/missing.html", "site/dangling.html", "site/pipe.html"]
    )
    func namedPages(page: String) async throws {
        try folder.link("site/dangling.html", to: "nowhere.html")
        _ = try await Program.shell.run(["mkfifo site/pipe.html"], in: folder)
        let run = try await Program.alttext.run(
            ["audit", "--root", "site", page, "site/index.html", "--format", "jsonl"],
            in: folder
        )
        #expect(run.status == 2)
        #expect(Set(try AuditLine.lines(of: run.text).map(\.page)) == ["index.html"])
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains(page))
    }

    @Test(
        "below the site stops none of the other pages, and is never passed over",
        arguments: ["site", "--root site site"])
    func unreachableFolder(arguments: String) async throws {
        // Folders below what a path can name: unlike permissions, that holds for the superuser too.
        let name = String(repeating: "d", count: 250)
        let half = Array(repeating: name, count: 12).joined(separator: "/")
        let nest = "mkdir -p \(half) site/\(half) && mv \(name) site/\(half)/"
        #expect(try await Program.shell.run([nest], in: folder).status == 0)
        let audit = try await Program.alttext.run(
            ["audit"] + arguments.split(separator: " ").map(String.init) + ["--format", "jsonl"], in: folder)
        _ = try await Program.shell.run(["rm -rf site/\(name)"], in: folder)
        #expect(audit.status == 2)
        #expect(try AuditLine.lines(of: audit.text).contains { $0.page == "index.html" })
        #expect(audit.errorLines.count == 1)
        #expect(audit.errors.contains("\(name): cannot list the folder: "), "\(audit.errors.suffix(300))")
    }

    @Test("is a folder that may not be read", .disabled(if: getuid() == 0, "the superuser may read everything"))
    func unreadableFolder() async throws {
        try folder.makeFolder("closed")
        try folder.setMode(0, of: "closed")
        defer { try? folder.setMode(0o755, of: "closed") }
        let run = try await Program.alttext.run(["audit", "closed"], in: folder)
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("closed: cannot list the folder"))
    }
}
