// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// How a diff names the pages of a site, so that it applies where the command was run.
public struct DiffNaming: Sendable {
    private let prefix: FilePath
    /// The absolute folder that the names are relative to.
    public let folder: FilePath

    /// Names pages relative to the working directory, or another folder; relative to the root where that lies outside of it.
    public init(root: FilePath, workingFolder: FilePath = ".") {
        let root = (try? root.resolvingLinks()) ?? root
        var path = root
        if let workingFolder = try? workingFolder.resolvingLinks(), path.removePrefix(workingFolder) {
            prefix = path
            folder = workingFolder
        } else {
            prefix = ""
            folder = root
        }
    }

    /// The name of a page whose path is relative to the root.
    public func name(of page: FilePath) -> FilePath {
        prefix.isEmpty ? page : prefix.pushing(page)
    }
}
