// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One line of a caption catalog, read as any other program would.
struct CatalogLine: Decodable {
    let image: String
    let role: String
    let lang: String
    let status: String
    let text: String?
    let captions: [String: String]?
    let source: String?
    let src: String?
    let page: String?
}

extension WorkFolder {
    /// The lines of the catalog that a run made; none where there is no file.
    func catalog(_ name: String = "alttext.captions.jsonl") throws -> [CatalogLine] {
        guard exists(name) else { return [] }
        return try text(name).split(separator: "\n").map {
            try JSONDecoder().decode(CatalogLine.self, from: Data($0.utf8))
        }
    }

    /// The captions of one length in the catalog, one an image.
    func captions(_ length: String = "normal") throws -> [String: String] {
        try catalog().reduce(into: [:]) { captions, line in
            if let caption = line.captions?[length] { captions[line.image] = caption }
        }
    }
}
