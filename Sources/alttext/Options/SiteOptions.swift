// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// Which pages and images a run is about.
struct SiteOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of the built site, or single pages with --root.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("The folder of the built site.", valueName: "dir"))
    var root: String?

    @Option(help: ArgumentHelp("Where the root is published, sub-path included.", valueName: "url"))
    var siteURL: String?

    @Option(help: ArgumentHelp("A list of pages, one a line; - for standard input.", valueName: "file"))
    var filesFrom: String?

    @Option(help: ArgumentHelp("The endings of pages.", valueName: "list"))
    var extensions: String = EnvironmentDefault.value("extensions") ?? "html,htm,xhtml"

    @Option(help: ArgumentHelp("Leave out images whose URL or path matches. Repeatable.", valueName: "regex"))
    var exclude: [String] = EnvironmentDefault.values("exclude")

    @Option(help: ArgumentHelp("Leave out pages whose path matches. Repeatable.", valueName: "glob"))
    var excludePath: [String] = EnvironmentDefault.values("exclude-path")

    @Option(help: ArgumentHelp("An attribute that scripts load images from. Repeatable.", valueName: "name"))
    var srcAttribute: [String] = EnvironmentDefault.values("src-attribute")

    @Flag(help: "Treat the contents of <template> as part of the page.")
    var includeTemplates = false

    @Flag(help: "Finding no pages is no error.")
    var allowEmpty = false

    mutating func validate() throws {
        includeTemplates = try includeTemplates || EnvironmentDefault.isSet("include-templates")
        allowEmpty = try allowEmpty || EnvironmentDefault.isSet("allow-empty")
        root = root ?? EnvironmentDefault.value("root")
        siteURL = siteURL ?? EnvironmentDefault.value("site-url")
        filesFrom = filesFrom ?? EnvironmentDefault.value("files-from")
        try EnvironmentDefault.validate()
        if paths.isEmpty, root == nil, filesFrom == nil {
            throw ValidationError(
                "Nothing to work on: pass the folder of the built site, such as `alttext audit public`.")
        }
        let isOneFolder = paths.count == 1 && filesFrom == nil && FilePath(paths[0]).isFolder
        if root == nil, !isOneFolder, paths.allSatisfy({ FilePath($0).exists }) {
            throw ValidationError("Which site do these pages belong to? Pass its folder with --root.")
        }
        if let siteURL, WebURL(siteURL)?.isHTTP != true {
            throw ValidationError("--site-url \(siteURL): not an http or https URL, such as https://example.org/docs/.")
        }
        if srcAttribute.contains(where: \.isEmpty) {
            throw ValidationError("--src-attribute: give the name of an attribute.")
        }
        if pageExtensions.isEmpty { throw ValidationError("--extensions names no extension; try html,htm,xhtml.") }
        do {
            _ = try ImageExclusions(matching: exclude)
        } catch {
            throw ValidationError("--exclude \(error)")
        }
    }

    var pageExtensions: [String] {
        extensions.split(separator: ",").map { $0.lowercased().filter { !$0.isWhitespace && $0 != "." } }
            .filter { !$0.isEmpty }
    }
}
