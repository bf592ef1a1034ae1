// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// A page that could not be read or scanned. What images it has is not known.
public struct PageProblem: Hashable, Sendable, CustomStringConvertible {
    /// The path relative to the root.
    public let page: FilePath
    /// What happened and the next step, in one line that begins with the path.
    public let description: String
}
