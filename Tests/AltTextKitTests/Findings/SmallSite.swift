// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Foundation
import SystemPackage

/// A site of a few files in a temporary folder, which goes when the test is done with it.
final class SmallSite: Sendable {
    private let folder: TemporaryFolder
    let library: ImageLibrary
    let titles: PageTitles

    var root: FilePath { folder.path.appending("site") }
    /// The folder that the root is in, for what lies outside of the site.
    var outside: FilePath { folder.path }

    /// A site of these pages and images, named by their paths.
    init(
        _ pages: [String: String],
        images: [String: [UInt8]] = [:],
        siteURL: String? = nil,
        sourceAttributes: [String] = []
    ) throws {
        folder = try TemporaryFolder()
        let root = folder.path.appending("site")
        // Before the resolver, which looks for the root once.
        try FileManager.default.createDirectory(atPath: root.string, withIntermediateDirectories: true)
        let resolver = ReferenceResolver(root: root, siteURL: siteURL.flatMap { WebURL($0) })
        library = ImageLibrary(
            resolver: resolver,
            candidates: ImageCandidates(additionalAttributes: sourceAttributes)
        )
        titles = PageTitles(root: root, resolver: resolver)
        for (path, text) in pages { try write(Array(text.utf8), to: path) }
        for (path, bytes) in images { try write(bytes, to: path) }
    }

    /// Puts a file there, with the folders that it needs.
    func write(_ bytes: [UInt8], to path: String) throws {
        let parent = root.pushing(FilePath(path)).removingLastComponent()
        try FileManager.default.createDirectory(atPath: parent.string, withIntermediateDirectories: true)
        try folder.write(bytes, to: FilePath("site/" + path))
    }

    /// Makes a symbolic link.
    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: root.pushing(FilePath(path)).string,
            withDestinationPath: target
        )
    }

    func audit(
        exclusions: ImageExclusions = ImageExclusions(),
        rules: [ImageRule] = [],
        defaultLanguage: String? = nil,
        includesTemplates: Bool = false
    ) async throws -> SiteAudit {
        let auditor = try auditor(
            exclusions: exclusions,
            rules: rules,
            defaultLanguage: defaultLanguage,
            includesTemplates: includesTemplates
        )
        return await auditor.audit(width: 2)
    }

    private func auditor(
        selection: PageSelection? = nil,
        exclusions: ImageExclusions = ImageExclusions(),
        rules: [ImageRule] = [],
        defaultLanguage: String? = nil,
        includesTemplates: Bool = false
    ) throws -> SiteAuditor {
        SiteAuditor(
            selection: try selection ?? allPages,
            library: library,
            exclusions: exclusions,
            rules: rules,
            defaultLanguage: defaultLanguage,
            includesTemplates: includesTemplates
        )
    }

    func authoredTexts() async throws -> AuthoredTexts {
        await (try auditor()).authoredTexts(on: try allPages, width: 2)
    }

    private var allPages: PageSelection {
        get throws { try PageSelection(root: root, extensions: ["html"]) }
    }

    /// What is decided at each place of a single page.
    func decisions(onPage page: String) async throws -> [String] {
        let auditor = try auditor(selection: try PageSelection(root: root, paths: [root.pushing(FilePath(page))]))
        let audit = await auditor.audit(width: 1)
        let texts = await auditor.authoredTexts(on: try allPages, width: 2)
        let planner = AltPlanner(
            policy: AltPlanner.Policy(), catalog: [], audit: audit, authoredTexts: texts, library: library,
            titles: titles)
        return AltPlan(for: audit, by: planner).steps.map { $0.decision.words }
    }

    func plan(
        _ policy: AltPlanner.Policy = AltPlanner.Policy(),
        catalog: [CaptionRecord] = [],
        rules: [ImageRule] = []
    ) async throws -> AltPlan {
        let audit = try await audit(rules: rules)
        var texts = AuthoredTexts()
        if AltPlanner.needsAuthoredTexts(for: audit, policy: policy, catalog: catalog) {
            texts = try await authoredTexts()
        }
        let planner = AltPlanner(
            policy: policy,
            catalog: catalog,
            audit: audit,
            authoredTexts: texts,
            library: library,
            titles: titles
        )
        return AltPlan(for: audit, by: planner)
    }

    /// What is decided at each place, in page order.
    func decisions(
        _ policy: AltPlanner.Policy = AltPlanner.Policy(),
        catalog: [CaptionRecord] = []
    ) async throws -> [String] {
        try await plan(policy, catalog: catalog).steps.map { $0.decision.words }
    }

    /// A PNG file of 3 by 2 pixels that differs from those with other names.
    static func picture(_ name: String = "a") -> [UInt8] {
        ImageFixtures.png([("tEXt", Array("Comment\0\(name)".utf8))])
    }

    /// A JPEG file into which an author wrote these alts, by language; the empty language declares none.
    static func picture(alts: KeyValuePairs<String, String>) -> [UInt8] {
        let items = alts.map { language, text in
            "<rdf:li\(language.isEmpty ? "" : " xml:lang=\"\(language)\"")>\(text)</rdf:li>"
        }
        return ImageFixtures.jpeg(
            packet: ImageFixtures.packet(
                "<i:AltTextAccessibility><rdf:Alt>\(items.joined())</rdf:Alt></i:AltTextAccessibility>"
            )
        )
    }
}

extension AltDecision {
    /// The decision as a test writes it: `origin: text`, with ` [lang]` behind it where a language is tagged.
    var words: String {
        switch self {
        case .insert(let insertion, let origin):
            "\(origin.rawValue): \(insertion.text)" + (insertion.language.map { " [\($0)]" } ?? "")
        case .needsCaption: "needs a caption"
        case .leave: "left"
        case .nothing: "nothing"
        }
    }

    /// Why it is left; `nil` for other decisions.
    var reasonToLeave: String? {
        if case .leave(let reason) = self { reason } else { nil }
    }
}
