// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Why there are no pages to work on.
public enum SiteError: Error, Hashable, Sendable {
    case noSuchFolder(FilePath)
    case unreadableFolder(FilePath, Errno)
    /// The folder holds no file with one of the extensions.
    case noPages(FilePath, extensions: [String])
    case noSuchPage(FilePath)
    /// The page does not lie inside of the root.
    case pageOutsideOfRoot(FilePath, root: FilePath)
}

extension SiteError: CustomStringConvertible {
    /// What happened and the next step, in one line that begins with the path.
    public var description: String {
        switch self {
        case .noSuchFolder(let path):
            "\(path.onOneLine): no such folder. Pass the folder that holds the built site."
        case .unreadableFolder(let path, let error):
            "\(path.onOneLine): cannot list the folder: \(error). Check its permissions."
        case .noPages(let path, let extensions):
            "\(path.onOneLine): no pages (\(extensions.map { "*.\($0)" }.joined(separator: ", "))). "
                + "Build the site first, name its extensions with --extensions, or pass --allow-empty."
        case .noSuchPage(let path):
            "\(path.onOneLine): no such page. Pass an existing file, or a folder."
        case .pageOutsideOfRoot(let path, let root):
            "\(path.onOneLine): not inside of the root \(root.onOneLine). Pass the --root that it belongs to."
        }
    }
}
