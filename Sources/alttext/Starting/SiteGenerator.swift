// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// A program that builds sites, as far as its own configuration tells what alttext has to know.
struct SiteGenerator: Sendable {
    /// What people call it.
    let name: String
    /// The files that tell that it is used, relative to the folder of the project; one is enough.
    let files: [String]
    /// Words of which one has to be in the file, where its name alone does not tell; empty where it does.
    var marks: [String] = []
    /// Where the site is built, relative to the folder of the project.
    let root: String
    /// The key of the configuration that says so otherwise.
    var rootKey: String?
    /// The keys whose values make up the URL of the root, one behind the other.
    var urlKeys: [String] = []
    /// How the configuration is written.
    let syntax: KeyedText.Syntax
    /// The command that builds the site.
    let build: String

    /// Those that are known, the ones with the most telling files first.
    static let all = [
        SiteGenerator(
            name: "Docusaurus", files: ["js", "ts", "mjs", "cjs"].map { "docusaurus.config.\($0)" }, root: "build",
            urlKeys: ["url", "baseUrl"], syntax: .script, build: "npm run build"),
        SiteGenerator(
            name: "Astro", files: ["mjs", "js", "ts", "mts", "cjs"].map { "astro.config.\($0)" }, root: "dist",
            rootKey: "outDir", urlKeys: ["site", "base"], syntax: .script, build: "npm run build"),
        SiteGenerator(
            name: "Eleventy", files: [".eleventy.js"] + ["js", "mjs", "cjs", "ts"].map { "eleventy.config.\($0)" },
            root: "_site", syntax: .script, build: "npx @11ty/eleventy"),
        SiteGenerator(
            name: "Hugo", files: ["hugo.toml", "config/_default/hugo.toml"], root: "public", rootKey: "publishDir",
            urlKeys: ["baseURL"], syntax: .toml, build: "hugo"),
        SiteGenerator(
            name: "Hugo", files: ["hugo.yaml", "hugo.yml", "hugo.json"], root: "public", rootKey: "publishDir",
            urlKeys: ["baseURL"], syntax: .yaml, build: "hugo"),
        SiteGenerator(
            name: "MkDocs", files: ["mkdocs.yml", "mkdocs.yaml"], root: "site", rootKey: "site_dir",
            urlKeys: ["site_url"], syntax: .yaml, build: "mkdocs build"),
        SiteGenerator(
            name: "Jekyll", files: ["_config.yml", "_config.yaml"], root: "_site", rootKey: "destination",
            urlKeys: ["url", "baseurl"], syntax: .yaml, build: "bundle exec jekyll build"),
        SiteGenerator(
            name: "Hugo", files: ["config.toml", "config/_default/config.toml"], marks: ["baseURL", "baseurl"],
            root: "public", rootKey: "publishDir", urlKeys: ["baseURL"], syntax: .toml, build: "hugo"),
        sphinx("conf.py", root: "_build/html", build: "make html"),
        sphinx("source/conf.py", root: "build/html", build: "make html"),
        sphinx("docs/conf.py", root: "docs/_build/html", build: "make -C docs html"),
        sphinx("docs/source/conf.py", root: "docs/build/html", build: "make -C docs html"),
        sphinx("doc/conf.py", root: "doc/_build/html", build: "make -C doc html"),
    ]

    private static func sphinx(_ file: String, root: String, build: String) -> SiteGenerator {
        SiteGenerator(
            name: "Sphinx", files: [file], marks: ["sphinx", "html_theme"], root: root, urlKeys: ["html_baseurl"],
            syntax: .python, build: build)
    }
}
