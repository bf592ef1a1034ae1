// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// A page that could not be read or scanned. What images it has is not known.
public struct PageProblem: Hashable, Sendable, CustomStringConvertible {
    /// The path relative to the root.
    public let page: FilePath
    /// What happened and the next step, in one line that begins with the path.
    public let description: String

    init(page: FilePath, description: String) {
        self.page = page
        self.description = description
    }

    /// What an error means for a page.
    init(page: FilePath, error: any Error) {
        // A FileError names the file itself.
        let namesFile = error is FileError || error is SiteError
        self.init(page: page, description: namesFile ? "\(error)" : "\(page.onOneLine): \(error)")
    }
}
