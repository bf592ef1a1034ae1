// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// How a diff names the pages of a site, so that it applies where the command was run.
public struct DiffNaming: Sendable {
    private let prefix: FilePath

    /// Names pages relative to the working directory; relative to the root where that lies outside of it.
    public init(root: FilePath) {
        var path = (try? root.resolvingLinks()) ?? root
        let isInside = (try? FilePath(".").resolvingLinks()).map { path.removePrefix($0) } ?? false
        prefix = isInside ? path : ""
    }

    /// The name of a page whose path is relative to the root.
    public func name(of page: FilePath) -> FilePath {
        prefix.isEmpty ? page : prefix.pushing(page)
    }
}
