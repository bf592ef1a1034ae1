// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import ArgumentParser
internal import SystemPackage

/// Which pages and images a run is about.
struct SiteOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions

    @Argument(help: ArgumentHelp("The folder of the built site, or single pages with --root.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("The folder of the built site.", valueName: "dir"))
    var root: String?

    @Option(help: ArgumentHelp("Where the root is published, sub-path included.", valueName: "url"))
    var siteURL: String?

    @Option(help: ArgumentHelp("A list of pages, one a line; - for standard input.", valueName: "file"))
    var filesFrom: String?

    @Option(help: ArgumentHelp("The endings of pages.", valueName: "list"))
    var extensions: String = Settings.value("extensions") ?? "html,htm,xhtml"

    @Option(help: ArgumentHelp("Look at no pages but those whose path matches. Repeatable.", valueName: "glob"))
    var include: [String] = Settings.values("include")

    @Option(help: ArgumentHelp("Leave out images whose URL or path matches. Repeatable.", valueName: "regex"))
    var exclude: [String] = Settings.values("exclude")

    @Option(help: ArgumentHelp("Leave out pages whose path matches. Repeatable.", valueName: "glob"))
    var excludePath: [String] = Settings.values("exclude-path")

    @Option(help: ArgumentHelp("An attribute that scripts load images from. Repeatable.", valueName: "name"))
    var srcAttribute: [String] = Settings.values("src-attribute")

    @Flag(help: "Treat the contents of <template> as part of the page.")
    var includeTemplates = false

    @Flag(help: "Finding no pages is no error.")
    var allowEmpty = false

    mutating func validate() throws {
        includeTemplates = includeTemplates || Settings.isSet("include-templates")
        allowEmpty = allowEmpty || Settings.isSet("allow-empty")
        root = root ?? Settings.value("root").flatMap { isOtherSite(than: $0) ? nil : $0 }
        siteURL = siteURL ?? Settings.value("site-url")
        filesFrom = filesFrom ?? Settings.value("files-from")
        if paths.isEmpty, root == nil, filesFrom == nil {
            throw ValidationError(
                "Nothing to work on: pass the folder of the built site, such as `alttext audit public`, or let "
                    + "`alttext init` write it into alttext.yml.")
        }
        if root == nil, !isOneFolder, paths.allSatisfy({ FilePath($0).exists }) {
            throw ValidationError("Which site do these pages belong to? Pass its folder with --root.")
        }
        try Setting.validate("site-url", siteURL.map { [$0] } ?? [])
        try Setting.validate("extensions", extensions)
        try Setting.validate("exclude", exclude)
        try Setting.validate("src-attribute", srcAttribute)
    }

    var pageExtensions: [String] { PageExtensions.list(extensions) }

    /// Whether all pages of the site are looked at, but for those that patterns keep out.
    var coversSite: Bool {
        guard filesFrom == nil else { return false }
        guard let root else { return isOneFolder }
        return paths.allSatisfy { FilePath(root).lies(in: FilePath($0)) }
    }

    private var isOneFolder: Bool { paths.count == 1 && filesFrom == nil && FilePath(paths[0]).isFolder }

    /// Whether the command line names the folder of a whole site, which is not the one that the configuration is for.
    private func isOtherSite(than root: String) -> Bool {
        isOneFolder && !FilePath(paths[0]).lies(in: FilePath(root))
    }
}
