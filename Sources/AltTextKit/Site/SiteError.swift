// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// Why there are no pages to work on.
public enum SiteError: Error, Hashable, Sendable {
    case noSuchFolder(FilePath)
    case unreadableFolder(FilePath, Errno)
    /// The system does not say what is at the path.
    case unreadable(FilePath, Errno)
    /// The folder holds no file with one of the extensions, or none that the patterns leave.
    case noPages(FilePath, extensions: [String], hasPatterns: Bool = false)
    /// The list of pages is empty.
    case noPagesListed(FilePath)
    case noSuchPage(FilePath)
    /// The page does not lie inside of the root.
    case pageOutsideOfRoot(FilePath, root: FilePath)
    /// The page is a symbolic link to somewhere outside of the root.
    case pageLeadsOutside(FilePath)
}

extension SiteError: CustomStringConvertible {
    /// What happened and the next step, in one line that begins with the path.
    public var description: String {
        switch self {
        case .noSuchFolder(let path):
            "\(path.onOneLine): no such folder. Pass the folder that holds the built site."
        case .unreadableFolder(let path, let error):
            "\(path.onOneLine): cannot list the folder: \(error). Check its permissions."
        case .unreadable(let path, let error):
            "\(path.onOneLine): cannot be looked at: \(error). Check the length of its path and the permissions of its folder."
        case .noPages(let path, let extensions, let hasPatterns):
            "\(path.onOneLine): no pages (\(extensions.map { "*.\($0)" }.joined(separator: ", "))). "
                + "Build the site first, name its extensions with --extensions, "
                + (hasPatterns ? "check --include and --exclude-path, " : "") + "or pass --allow-empty."
        case .noPagesListed(let path):
            "\(path.onOneLine): lists no pages. Check what made the list, or pass --allow-empty."
        case .noSuchPage(let path):
            "\(path.onOneLine): no such page. Pass an existing file, or a folder."
        case .pageOutsideOfRoot(let path, let root):
            "\(path.onOneLine): not inside of the root \(root.onOneLine). Pass the --root that it belongs to, and the path "
                + "from the working directory."
        case .pageLeadsOutside(let path):
            "\(path.onOneLine): a link to somewhere outside of the root; not read. Put the page itself below the root, or "
                + "leave it out with --exclude-path."
        }
    }
}
