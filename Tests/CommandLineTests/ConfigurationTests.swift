// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation
import Testing

@Suite("The configuration file")
struct ConfigurationTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
        try folder.writeCaptionSite()
    }

    private func run(
        _ configuration: String, _ arguments: [String] = ["audit"], environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        try folder.write(configuration, to: "alttext.yml")
        return try await Program.alttext.run(arguments, in: folder, environment: environment)
    }

    // MARK: Values

    @Test("in the working directory says what is not said otherwise")
    func defaults() async throws {
        let run = try await run("root: site\nformat: jsonl\nfail-on: never\nexclude: ['^https:', b-copy]\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try AuditLine.lines(of: run.text).map(\.image) == ["img/a.png", "img/b.png", "img/a.png", "img/a.png"])
    }

    @Test("counts less than the environment, and that less than the command line")
    func order() async throws {
        let file = "root: site\nformat: text\nallow-empty: true\noffline: true\n"
        #expect(try await run(file).text.hasPrefix("error content"))
        let byEnvironment = try await run(file, environment: ["ALTTEXT_FORMAT": "json"])
        #expect(byEnvironment.text.hasPrefix(#"{"schema""#))
        let byOption = try await run(file, ["audit", "--format", "jsonl"], environment: ["ALTTEXT_FORMAT": "json"])
        #expect(byOption.text.hasPrefix(#"{"page""#))
        // A variable can switch off a flag of the file.
        try folder.makeFolder("empty")
        #expect(try await run(file, ["audit", "empty"]).status == 0)
        #expect(try await run(file, ["audit", "empty"], environment: ["ALTTEXT_ALLOW_EMPTY": "false"]).status == 2)
    }

    @Test("is taken from where an option, or else a variable, says")
    func location() async throws {
        try folder.write("format: json\nroot: ../site\n", to: "conf/a.yml")
        try folder.write("format: jsonl\nroot: ../site\n", to: "conf/b.yml")
        let a = ["ALTTEXT_CONFIG": "conf/a.yml"]
        #expect(try await run("root: nowhere", environment: a).text.hasPrefix(#"{"schema""#))
        for option in [["--config", "conf/b.yml"], ["-c", "conf/b.yml"], ["--config=conf/b.yml"]] {
            let run = try await run("root: nowhere", ["audit"] + option + ["--fail-on", "never"], environment: a)
            #expect(run.text.hasPrefix(#"{"page""#), "\(option) \(run.errors)")
        }
        let grouped = try await run("root: site", ["audit", "-qc", "conf/b.yml"])
        #expect(grouped.status == 64 && grouped.errors.contains("--config"), "\(grouped.errors)")
        for missing in [["audit", "-c", "no.yml"], ["audit", "--config=no.yml"]] {
            let run = try await run("root: site", missing)
            #expect(run.status == 2)
            #expect(
                run.errors == "alttext: no.yml: cannot be read: No such file or directory. Check the file that "
                    + "--config names.\n")
        }
        #expect(
            try await run("root: site", environment: ["ALTTEXT_CONFIG": "no.yml"]).errors.contains("ALTTEXT_CONFIG"))
    }

    @Test("has paths that are relative to it, wherever the command runs")
    func relativePaths() async throws {
        try folder.write(
            """
            root: ../site
            catalog: known.jsonl
            output: out/report.txt
            files-from: pages.txt
            report: [jsonl=out/places.jsonl]
            """, to: "conf/alttext.yml")
        try folder.makeFolder("conf/out")
        try folder.write("site/index.html\n", to: "conf/pages.txt")
        let audit = try await Program.alttext.run(["audit", "-c", "conf/alttext.yml"], in: folder)
        #expect(audit.status == 1, "\(audit.errors)")
        #expect(try folder.text("conf/out/report.txt").contains("1 page: "))
        #expect(try AuditLine.lines(of: folder.text("conf/out/places.jsonl")).count == 4)
        try folder.write("broken\n", to: "conf/known.jsonl")
        let fix = try await Program.alttext.run(["fix", "-c", "conf/alttext.yml", "--offline"], in: folder)
        #expect(fix.errors.hasPrefix("alttext: conf/known.jsonl:1: "), "\(fix.errors)")
        let elsewhere = try await Program.alttext.run(["audit", "-c", "alttext.yml"], in: folder, folder: "conf")
        #expect(elsewhere.status == 2)
        #expect(elsewhere.errors.contains("site/index.html"), "the list has paths from the working directory")
    }

    @Test("has a root that gives way to another site on the command line, and not to a part of itself")
    func root() async throws {
        try folder.write("<html lang=en><img src=x.png>", to: "other/page.html")
        let file = "root: site\nformat: jsonl\n"
        func pages(_ arguments: String...) async throws -> Set<String> {
            Set(try AuditLine.lines(of: try await run(file, ["audit"] + arguments).text).map(\.page))
        }
        #expect(try await pages() == ["index.html", "second/index.html"])
        #expect(try await pages("./site") == ["index.html", "second/index.html"])
        #expect(try await pages("site/second") == ["second/index.html"])
        #expect(try await pages("site/index.html") == ["index.html"])
        #expect(try await pages("other") == ["page.html"])
        #expect(try await pages("--root", "other") == ["page.html"])
    }

    @Test(
        "can be empty, or leave values out", arguments: ["", "# root: x\n", "exclude:\n", "rules:\nmodelslab:\n", "{}"])
    func nothing(text: String) async throws {
        #expect(try await run(text, ["audit", "site"]).status == 1)
    }

    @Test("takes lists as lists or as on the command line")
    func lists() async throws {
        for extensions in ["htm,php", "[htm, php]", "\n  - .PHP\n  - htm"] {
            try folder.write("<html lang=en><img src=x.png>", to: "other/a.php")
            let run = try await run("extensions: \(extensions)\nformat: jsonl\n", ["audit", "other"])
            #expect(try AuditLine.lines(of: run.text).map(\.page) == ["a.php"], "\(extensions)")
        }
        for length in ["long,normal", "[long, normal]"] {
            #expect(try await run("length: \(length)\n", ["fix", "site", "--offline"]).status == 1)
        }
    }

    @Test("has rules for some of the images")
    func rules() async throws {
        let run = try await run(
            """
            root: site
            format: jsonl
            rules:
              - images: img/b*
                treat-as: decorative
              - images: ['https://cdn.*']
                pages: second/*
                exclude: true
            """)
        let lines = try AuditLine.lines(of: run.text).map { "\($0.page) \($0.image ?? "") \($0.findingClass)" }
        #expect(
            lines == [
                "index.html img/a.png content", "index.html img/b.png pixel", "index.html img/a.png content",
                "index.html https://cdn.example.com/c.png content",
                "second/index.html img/b-copy.png figure-captioned", "second/index.html img/a.png content",
            ])
    }

    @Test("tells where the service is, unless the environment does")
    func service() async throws {
        try await ServiceFixture.run { service in
            try service.folder.writeCaptionSite()
            try service.folder.write(
                "root: site\nupload: true\nmodelslab:\n  url: \(service.server.origin)\n", to: "alttext.yml")
            let run = try await Program.alttext.run(
                ["caption"], in: service.folder, environment: ["MODELSLAB_API_KEY": service.key])
            #expect(run.status == 0, "\(run.errors)")
            #expect(await service.questions().count == 3)
            try service.folder.write("root: site\nmodelslab: {url: 'http://127.0.0.1:1'}\n", to: "alttext.yml")
            #expect(try await service.alttext("caption").status == 0)
        }
    }

    // MARK: Errors

    @Test("by another name is an error, unless it is named, or there is the right one")
    func misnomer() async throws {
        try folder.write("root: site\n", to: "alttext.yaml")
        let run = try await Program.alttext.run(["audit"], in: folder)
        #expect(run.status == 2)
        #expect(run.errors == "alttext: alttext.yaml: not read: the configuration is called alttext.yml; rename it\n")
        #expect(try await Program.alttext.run(["audit", "-c", "alttext.yaml"], in: folder).status == 1)
        #expect(try await self.run("root: site\n").status == 1)
    }

    @Test(
        "that is wrong is told in one line, with its place and status 2",
        arguments: [
            ("root: site\nconcurency: 3\n", "2:1: unknown key 'concurency' (did you mean 'concurrency'?)"),
            ("siteUrl: x\n", "1:1: unknown key 'siteUrl' (did you mean 'site-url'?)"),
            ("colour: never\n", "1:1: unknown key 'colour' (did you mean 'color'?)"),
            ("something-else: 1\n", "1:1: unknown key 'something-else'\n"),
            ("config: x\n", "1:1: 'config' cannot be set here; pass --config"),
            ("update-baseline: true\n", "1:1: 'update-baseline' cannot be set here"),
            ("site\n", "1:1: give keys with values, such as `root: public`, not text"),
            ("- root: site\n", "1:1: give keys with values, such as `root: public`, not a list"),
            ("[a]: site\n", "1:1: a key has to be text, not a list"),
            ("root: [site]\n", "1:7: 'root' has to be text, in quotes if need be, not a list"),
            ("root: 2024\n", "1:7: 'root' has to be text, in quotes if need be, not a number"),
            ("offline: yes\n", "1:10: 'offline' has to be true or false, not text"),
            ("concurrency: '4'\n", "1:14: 'concurrency' has to be a whole number, not text"),
            ("concurrency: 1.5\n", "1:14: 'concurrency' cannot be '1.5': not a whole number"),
            ("concurrency: 0\n", "1:14: 'concurrency' cannot be '0': give 1 or more"),
            ("timeout: 0\n", "1:10: 'timeout' cannot be '0': give more than 0"),
            ("max-cost: .nan\n", "1:11: 'max-cost' has to be a number, not text"),
            ("max-cost: -1\n", "1:11: 'max-cost' cannot be '-1': give 0 or more"),
            ("exclude:\n  - a\n  - 'a('\n", "3:5: 'exclude' cannot be 'a(': not a regular expression: "),
            ("exclude: {a: b}\n", "1:10: 'exclude' has to be text or a list of texts, not a mapping"),
            ("exclude: [1]\n", "1:11: 'exclude' has to be text, in quotes if need be, not a number"),
            ("length: [normal, huge]\n", "1:9: 'length' cannot be 'normal,huge': use one of short, normal, long"),
            ("format: xml\n", "1:9: 'format' cannot be 'xml': use one of text, json"),
            ("site-url: example.org\n", "1:11: 'site-url' cannot be 'example.org': not an http or https URL"),
            ("report: sarif\n", "1:9: 'report' cannot be 'sarif': give FORMAT=FILE"),
            ("report: [sarif=a, xml=b]\n", "1:19: 'report' cannot be 'xml=b': give FORMAT=FILE"),
            ("modelslab.url: x\n", "1:1: unknown key 'modelslab.url': write 'url' inside of 'modelslab'"),
            ("modelslab: {uri: x}\n", "1:13: unknown key 'uri' (did you mean 'url'?)"),
            ("modelslab: {url: 'http://e.org'}\n", "1:18: http://e.org: would send the API key unencrypted"),
            ("rules: {images: x}\n", "1:8: 'rules' has to be a list, not a mapping"),
            ("rules:\n  - images: x\n    treat: x\n", "3:5: unknown key 'treat' (did you mean 'treat-as'?)"),
            (
                "rules:\n  - images: x\n    treat-as: x\n",
                "3:15: 'treat-as' cannot be 'x': use one of content, decorative"
            ),
            ("rules:\n  - exclude: true\n", "2:5: the rule does not say for which images it is"),
            ("rules:\n  - images: x\n", "2:5: the rule says nothing of its images"),
            ("root: a\nroot: b\n", "1:1: the key 'root' is there more than once"),
            ("root: [a\n", "2:1: not YAML: "),
        ])
    func mistakes(text: String, message: String) async throws {
        let run = try await run(text, ["audit", "site"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("alttext: alttext.yml:\(message)"), "\(run.errors)")
    }

    @Test(
        "never holds the key of the service, and does not show it",
        arguments: [
            "api-key: sk-live-1", "key: sk-live-1", "modelslab-api-key: sk-live-1", "MODELSLAB_API_KEY: sk-live-1",
            "modelslab: {key: sk-live-1}", "modelslab: {api_key: sk-live-1}", "apiKey: [sk-live-1]", "token: sk-live-1",
        ])
    func secrets(text: String) async throws {
        let run = try await run(text, ["caption", "site"])
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("set MODELSLAB_API_KEY") && run.errors.contains("'api-key-file'"), "\(run.errors)")
        #expect(!(run.text + run.errors).contains("sk-live-1"))
    }

    @Test(
        "that is broken does not keep the help from helping",
        arguments: [
            "--help", "audit --help", "help fix", "--version", "caption -h", "--generate-completion-script bash",
        ])
    func help(arguments: String) async throws {
        let run = try await run("root: [", arguments.split(separator: " ").map(String.init))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }
}
