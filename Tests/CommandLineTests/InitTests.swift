// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("init")
struct InitTests {
    private let folder: WorkFolder

    init() throws {
        folder = try WorkFolder()
    }

    private func run(_ arguments: String...) async throws -> ProgramRun {
        try await Program.alttext.run(["init"] + arguments, in: folder)
    }

    /// A site as its generator's own configuration tells it.
    struct Site: CustomTestStringConvertible, Sendable {
        let file: String
        let text: String
        let root: String
        var siteURL: String?

        var testDescription: String { "\(file): \(text.prefix(60))" }
    }

    @Test(
        "finds the folder of the built site, and where it is published",
        arguments: [
            Site(file: "hugo.toml", text: "title = 'x'\n", root: "public"),
            Site(
                file: "hugo.toml", text: "baseURL = 'https://a.org/sub'\n[x]\nbaseURL = 'https://b.org'",
                root: "public",
                siteURL: "https://a.org/sub/"),
            Site(
                file: "config/_default/hugo.toml",
                text: "baseurl = \"https://a.org/\" # published\npublishDir='../www/'",
                root: "../www", siteURL: "https://a.org/"),
            Site(
                file: "config.toml", text: "baseURL = \"https://a.org/\"", root: "public", siteURL: "https://a.org/"),
            Site(
                file: "hugo.yaml", text: "baseURL: https://a.org/x # y\nparams:\n  baseURL: https://b.org\n",
                root: "public", siteURL: "https://a.org/x/"),
            Site(
                file: "hugo.json", text: "{\n  \"baseURL\": \"https://a.org/\",\n  \"title\": \"x\"\n}", root: "public",
                siteURL: "https://a.org/"),
            Site(file: "hugo.toml", text: "baseURL = 'https://example.org/'\n", root: "public"),
            Site(
                file: "_config.yml", text: "url: \"https://a.org\" # host\nbaseurl: /blog\n", root: "_site",
                siteURL: "https://a.org/blog/"),
            Site(
                file: "_config.yml", text: "url: https://a.org\nbaseurl: \"\" # none\ndestination: ./out\n",
                root: "out",
                siteURL: "https://a.org/"),
            Site(file: "_config.yml", text: "url: \"\"\nbaseurl: /blog\n", root: "_site"),
            Site(file: "_config.yml", text: "title: >-\n  url: https://b.org\n", root: "_site"),
            Site(file: ".eleventy.js", text: "module.exports = {};", root: "_site"),
            Site(file: "eleventy.config.mjs", text: "export default {};", root: "_site"),
            Site(
                file: "astro.config.mjs",
                text:
                    "export default defineConfig({\n  site: 'https://a.org',\n  base: '/docs',\n  x: { site: 1 }\n});",
                root: "dist", siteURL: "https://a.org/docs/"),
            Site(
                file: "astro.config.ts", text: "export default defineConfig({\n  site: process.env.SITE,\n});",
                root: "dist"),
            Site(
                file: "astro.config.mjs",
                text: "export default defineConfig({\n  // site: 'https://b.org',\n  outDir: \"./www\",\n});",
                root: "www"),
            Site(file: "astro.config.mjs", text: "a({\n  site: 'https://a.org',\n  base: path,\n});", root: "dist"),
            Site(
                file: "docusaurus.config.ts",
                text: "const config: Config = {\n  title: 'x',\n  url: 'https://a.org',\n  baseUrl: '/p/',\n"
                    + "  themeConfig: {\n    url: 'https://b.org',\n  },\n};",
                root: "build", siteURL: "https://a.org/p/"),
            Site(
                file: "docusaurus.config.js",
                text: "x = {\n  url: 'https://your-site.example.com',\n  baseUrl: '/',\n}",
                root: "build"),
            Site(
                file: "mkdocs.yml",
                text: "site_name: x\nsite_url: https://a.org/m/\nsite_dir: html\nx: !!python/name:y.z\n", root: "html",
                siteURL: "https://a.org/m/"),
            Site(file: "mkdocs.yml", text: "site_name: x\nsite_url: !ENV URL\n", root: "site"),
            Site(file: "conf.py", text: "html_theme = 'alabaster'\n", root: "_build/html"),
            Site(
                file: "docs/conf.py", text: "extensions = ['sphinx.ext.autodoc']\nhtml_baseurl = 'https://a.org/en/'\n",
                root: "docs/_build/html", siteURL: "https://a.org/en/"),
            Site(file: "source/conf.py", text: "html_theme = 'alabaster'\n", root: "build/html"),
            Site(file: "conf.py", text: "print('another program')", root: "public"),
            Site(file: "config.toml", text: "[server]\nport = 80\n", root: "public"),
            Site(file: "www/index.html", text: "<p>", root: "www"),
            Site(file: "index.html", text: "<p>", root: "."),
            Site(file: "README", text: "", root: "public"),
        ])
    func generators(site: Site) async throws {
        try folder.write(site.text, to: site.file)
        let run = try await run()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.isEmpty)
        let lines = try folder.text("alttext.yml").split(separator: "\n")
        #expect(lines.contains("root: \(site.root == "../www" ? "'../www'" : site.root)"), "\(lines.prefix(12))")
        #expect(lines.first { $0.hasPrefix("site-url: ") }.map { String($0.dropFirst(10)) } == site.siteURL)
        // The file is one that can be read.
        try folder.write("", to: "\(site.root)/page.html")
        #expect(try await Program.alttext.run(["audit"], in: folder).status == 0)
    }

    @Test("writes beside the project that it is told of")
    func otherFolder() async throws {
        try folder.write("baseURL = 'https://a.org/'", to: "blog/hugo.toml")
        #expect(try await run("blog").status == 0)
        try folder.write("<html lang=en><img src=x.png>", to: "blog/public/index.html")
        let audit = try await Program.alttext.run(["audit", "-c", "blog/alttext.yml"], in: folder)
        #expect(audit.text.contains("index.html:1:15"), "\(audit.errors)")
        #expect(try await run("nowhere").errors.hasPrefix("alttext: nowhere: no such folder."))
    }

    @Test("never writes over a file, unless it is told to")
    func existing() async throws {
        try folder.write("root: mine\n", to: "alttext.yml")
        let refused = try await run()
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix("alttext: alttext.yml: is there already; nothing was written."))
        #expect(refused.errorLines.count == 1)
        // A recipe is for a project that has a configuration.
        #expect(try await run("--recipe", "make").status == 0)
        #expect(folder.exists("alttext.mk"))
        let twice = try await run("--recipe", "make", "--recipe", "github")
        #expect(twice.status == 2)
        #expect(twice.errors.hasPrefix("alttext: alttext.mk: is there already"))
        #expect(!folder.exists(".github"))
        #expect(try folder.text("alttext.yml") == "root: mine\n")
        #expect(try await run("--force").status == 0)
        #expect(try folder.text("alttext.yml").hasPrefix("# What alttext does"))
    }

    @Test("works beside a configuration that is broken, and mends it by force")
    func brokenConfiguration() async throws {
        try folder.write("root: [", to: "alttext.yml")
        #expect(try await run("--dry-run").status == 0)
        #expect(try await run("--force").status == 0)
    }

    @Test("shows on request what it would write, and writes nothing")
    func dryRun() async throws {
        try folder.write("root: mine\n", to: "alttext.yml")
        let before = try folder.contents()
        let run = try await run("--dry-run", "--recipe", "gitlab", "--gitattributes")
        #expect(run.status == 0 && run.errors.isEmpty)
        for name in ["alttext.yml", ".gitlab/alttext.yml", ".gitattributes"] {
            #expect(run.text.contains("# ==> \(name) <==\n"))
        }
        #expect(try folder.contents() == before)
    }

    @Test("lets git merge what alttext keeps, once")
    func attributes() async throws {
        try folder.write([UInt8]("*.png binary".utf8) + [0xFF], to: ".gitattributes")
        #expect(try await run("--gitattributes").status == 0)
        let bytes = try folder.read(".gitattributes")
        #expect(bytes.starts(with: [UInt8]("*.png binary".utf8) + [0xFF, 0x0A]))
        let lines = try folder.text(".gitattributes").split(separator: "\n")
        #expect(lines.suffix(2) == ["alttext.captions.jsonl merge=union", "alttext.baseline.jsonl merge=union"])
        #expect(try await run("--gitattributes").status == 0)
        #expect(try folder.read(".gitattributes") == bytes)

        _ = try await Program.git.run(["init", "-q"], in: folder)
        let answer = try await Program.git.run(["check-attr", "merge", "alttext.captions.jsonl"], in: folder)
        #expect(answer.text == "alttext.captions.jsonl: merge: union\n")
    }

    // MARK: Recipes

    @Test(
        "writes a recipe that is filled in",
        arguments: [
            ("github", ".github/workflows/alttext.yml"), ("gitlab", ".gitlab/alttext.yml"),
            ("pre-commit", ".pre-commit-config.yaml"), ("pre-push", ".githooks/pre-push"), ("make", "alttext.mk"),
        ])
    func recipes(name: String, path: String) async throws {
        try folder.write("", to: "mkdocs.yml")
        let run = try await run("--recipe", name)
        #expect(run.status == 0, "\(run.errors)")
        let text = try folder.text(path)
        #expect(text.contains("alttext init --recipe \(name)"))
        #expect(!text.contains("{{"))
        #expect(text.contains("mkdocs build") == !["pre-commit", "make"].contains(name))
        #expect(text.contains("fix --offline"))
    }

    @Test("writes a hook that git runs, and that keeps bad pushes back", .timeLimit(.minutes(20)))
    func hook() async throws {
        try folder.write("<html lang=en><img src=x.png>", to: "public/index.html")
        #expect(try await run("--recipe", "pre-push").status == 0)
        let tool = Program.alttext.url.deletingLastPathComponent().path
        let push = """
            export PATH='\(tool)':"$PATH" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
            export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
            set -e
            git init -q --bare remote.git
            git init -q -b main && git config core.hooksPath .githooks && git add alttext.yml
            git commit -qm x && git push -q ./remote.git main
            """
        let refused = try await Program.shell.run([push], in: folder)
        #expect(refused.status != 0)
        #expect(refused.errors.contains("left: 1"), "\(refused.errors)")
        try folder.write("<html lang=en><img src=x.png alt='A red kite'>", to: "public/index.html")
        let pushed = try await Program.shell.run(["PATH='\(tool)':\"$PATH\" git push -q ./remote.git main"], in: folder)
        #expect(pushed.status == 0, "\(pushed.errors)")
    }

    @Test("writes the schema for editors, and the line that names it")
    func schema() async throws {
        #expect(try await run("--recipe", "schema").status == 0)
        #expect(try folder.text("alttext.yml").hasPrefix("# yaml-language-server: $schema=alttext.schema.json\n"))
        #expect(try folder.text("alttext.schema.json") == CommittedFile.text("docs/alttext.schema.json"))
    }
}
