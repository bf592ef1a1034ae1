// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// What a folder tells about the site that is built in it.
struct FoundSite {
    /// What is said of the root, such as which program builds it.
    let description: String
    /// The folder of the built site, relative to the folder that was looked at.
    let root: String
    /// Where the root is published; `nil` where that is not certain.
    var siteURL: String?
    /// The command that builds the site.
    let build: String

    /// Looks at the folder of a project.
    static func find(in folder: FilePath) -> FoundSite {
        for generator in SiteGenerator.all {
            for file in generator.files {
                guard let bytes = try? RegularFile(contentsOf: folder.pushing(FilePath(file))).bytes else { continue }
                let text = String(decoding: bytes, as: UTF8.self)
                if generator.marks.isEmpty || generator.marks.contains(where: { text.contains($0) }) {
                    return FoundSite(generator, KeyedText(text: text, syntax: generator.syntax))
                }
            }
        }
        let names = ["public", "_site", "dist", "build", "site", "out", "www", "html", "."]
        let root = names.first { folder.pushing(FilePath($0)).appending("index.html").exists }
        return FoundSite(
            description: root == nil ? "if it is another one, correct this" : "it has an index.html",
            root: root ?? "public", build: "echo 'Build the site here.'")
    }

    private init(description: String, root: String, build: String) {
        self.description = description
        self.root = root
        self.build = build
    }

    private init(_ generator: SiteGenerator, _ keys: KeyedText) {
        var root = generator.root
        if let key = generator.rootKey, case .text(let own) = keys.value(of: key), !own.isEmpty { root = own }
        self.init(
            description: "that of \(generator.name)", root: FilePath(root).lexicallyNormalized().string,
            build: generator.build)
        siteURL = Self.url(of: generator.urlKeys.map { keys.value(of: $0) })
    }

    /// The URL that the parts make up, with a slash at its end; `nil` where it is not certain, or a mere example.
    private static func url(of parts: [KeyedText.Value]) -> String? {
        var url = ""
        for part in parts {
            switch part {
            case .unclear: return nil
            case .absent: continue
            case .text(let text):
                let path = text.drop { $0 == "/" }
                url += url.isEmpty || url.hasSuffix("/") ? path : "/\(path)"
            }
        }
        if !url.hasSuffix("/") { url += "/" }
        guard let parsed = WebURL(url), parsed.isHTTP, parsed.query == nil, parsed.fragment == nil,
            !url.contains("example.")
        else { return nil }
        return url
    }
}
