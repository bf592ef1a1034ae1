// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A page to hold a property against.
package struct SamplePage: Sendable {
    /// What tells it from other pages: a path, or a seed.
    package let name: String
    /// The bytes of the file.
    package let bytes: [UInt8]

    /// A page of these bytes.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Where pages to hold a property against come from.
package enum SamplePages: CustomStringConvertible, Sendable {
    /// The site of the demo.
    case fixtureSite
    /// The pages of the tree construction tests, those for fragments and for scripting too, with images inserted everywhere.
    case html5lib
    /// Pages of real sites. They are too many for the repository, so they are there on some machines only.
    case realSites
    /// Random markup, the same in every run.
    case soup(StoredForm)

    /// All but the real sites.
    package static let all = [fixtureSite, html5lib] + StoredForm.all.map(soup)

    /// Whether the real sites are there: in `shared/corpora`, beside the folder of the repository.
    package static var hasRealSites: Bool { FileManager.default.fileExists(atPath: realSitesFolder.path) }

    /// The folder of the package.
    package static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardized
    private static let realSitesFolder = repository.appending(path: "../shared/corpora").standardized

    package var description: String {
        switch self {
        case .fixtureSite: "fixtures/site"
        case .html5lib: "html5lib"
        case .realSites: "real sites"
        case .soup(let form): "\(form)"
        }
    }

    /// The pages, always in the same order.
    package func pages() throws -> [SamplePage] {
        switch self {
        case .fixtureSite: try Self.pages(in: Self.repository.appending(path: "fixtures/site"))
        case .realSites: try Self.pages(in: Self.realSitesFolder)
        case .html5lib:
            try HTML5LibFile.all().flatMap { file in
                try file.tests().enumerated().map { SamplePage(name: "\(file) \($0 + 1)", bytes: $1.dataWithImages) }
            }
        case .soup(let form):
            (UInt64(1)...40).map { seed in
                var soup = TagSoup(seed: seed, form: form)
                return SamplePage(name: "\(form), seed \(seed)", bytes: soup.page(pieces: 60))
            }
        }
    }

    private static func pages(in folder: URL) throws -> [SamplePage] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { path in [".html", ".htm", ".xhtml"].contains { path.hasSuffix($0) } }
            .map { SamplePage(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
    }
}
