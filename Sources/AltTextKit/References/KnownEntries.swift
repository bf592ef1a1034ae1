// SPDX-License-Identifier: Apache-2.0

internal import Synchronization
internal import SystemPackage

/// Remembers where the images of a site are: the same few are on many pages, and to follow the links on the way to one takes
/// several system calls.
final class KnownEntries: Sendable {
    private let entries = Mutex<[FilePath: SiteRoot.Entry]>([:])

    /// What is at a path below a root, the same for each call.
    func entry(at path: FilePath, of root: SiteRoot) -> SiteRoot.Entry {
        if let known = entries.withLock({ $0[path] }) { return known }
        let entry = root.entry(at: path)
        entries.withLock { $0[path] = entry }
        return entry
    }
}
