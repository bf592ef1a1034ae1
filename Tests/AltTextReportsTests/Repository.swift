// SPDX-License-Identifier: Apache-2.0

import Foundation
import SystemPackage
import Testing

/// The documents of the repository.
enum Repository {
    /// The folder of the package.
    static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()

    /// The text of a document, by its path in the repository.
    static func text(of path: String) throws -> String {
        try String(contentsOf: URL(filePath: folder.pushing(FilePath(path)).string), encoding: .utf8)
    }
}
