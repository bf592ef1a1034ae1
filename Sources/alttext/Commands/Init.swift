// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// `alttext init`
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented alttext.yml that fits the site, and recipes on request.",
        discussion: """
            It finds Hugo, Jekyll, Eleventy, Astro, MkDocs, Sphinx and Docusaurus by their own configuration.

            EXAMPLES
              alttext init
              alttext init --recipe github --gitattributes
              alttext init --dry-run
            """)

    @Argument(help: ArgumentHelp("The folder of the site's project.", valueName: "dir"))
    var folder = "."

    @Option(help: "A recipe to write, too: for CI, a hook, make, or an editor's completion. Repeatable.")
    var recipe: [Recipe] = []

    @Flag(help: "Let git merge the catalogs and baselines of two branches.")
    var gitattributes = false

    @Flag(help: "Show what would be written; write nothing.")
    var dryRun = false

    @Flag(help: "Write over files that are there.")
    var force = false

    func run() throws {
        let folder = FilePath(folder)
        guard folder.isFolder else { throw StartError.noSuchFolder(folder) }
        let files = try plannedFiles(in: folder)
        if dryRun {
            let parts = files.map { Array("# ==> \($0.path) <==\n".utf8) + $0.bytes }
            return try Console.standardOutput.write(results: Array(parts.joined(separator: "\n".utf8)))
        }
        // None is written where one must not be.
        if !force, let file = files.first(where: { $0.path.exists && !$0.isAdditive }) {
            throw StartError.exists(file.path)
        }
        for file in files {
            try file.write(isReplacing: force)
            Console.standardError.tell("\(file.path): written\(file.nextStep.map { ". \($0)" } ?? "")")
        }
    }

    private func plannedFiles(in folder: FilePath) throws -> [PlannedFile] {
        func path(_ name: String) -> FilePath { folder == "." ? FilePath(name) : folder.pushing(FilePath(name)) }
        let site = FoundSite.find(in: folder)
        var files: [PlannedFile] = []
        let configuration = path(ConfigurationFile.defaultName)
        // Whoever asks for a recipe has a configuration most of the time.
        let isKept = !force && !dryRun && configuration.exists && (gitattributes || !recipe.isEmpty)
        if !isKept {
            files.append(
                PlannedFile(
                    path: configuration, bytes: Array(text(for: site).utf8),
                    nextStep: "Read it, and try `alttext audit`."))
        }
        for recipe in Recipe.allCases where self.recipe.contains(recipe) {
            files.append(
                PlannedFile(
                    path: path(recipe.path), bytes: Array(recipe.template.filled(["build": site.build]).utf8),
                    isExecutable: recipe.isExecutable, nextStep: recipe.nextStep))
        }
        if gitattributes, let file = try GitAttributes.file(at: path(".gitattributes")) { files.append(file) }
        return files
    }

    private func text(for site: FoundSite) -> String {
        let hasSchema = recipe.contains(.schema)
        return Template(PackageResources.alttext_yml).filled([
            "modeline": hasSchema ? "# yaml-language-server: $schema=\(Recipe.schema.path)\n" : "",
            "generator": site.description,
            "root": YAMLText.scalar(site.root),
            "site-url": site.siteURL.map { "site-url: \(YAMLText.scalar($0))" } ?? "# site-url: https://example.org/",
        ])
    }
}
