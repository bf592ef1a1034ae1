// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
public import SystemPackage

extension AltPlan.Page {
    /// The page with the bytes that were audited, and the edits to them.
    public struct Rewrite: Sendable {
        /// The page below the root.
        let location: FilePath
        /// The file itself, relative to the root: another than the page where that is a symbolic link.
        public let file: FilePath
        /// The bytes as they are.
        public let original: [UInt8]
        /// The insertions, in order.
        public let edits: [PageEdit]
        /// The bytes with the edits made.
        let rewritten: [UInt8]

        /// Appends the change as a unified diff that names the page as `path`.
        public func appendDiff(namedAs path: FilePath, to output: inout [UInt8]) throws {
            try UnifiedDiff.append(edits, of: original, at: path, to: &output)
        }

        /// Replaces the file, in one step.
        ///
        /// - Throws: `FileError.changed` where the page is not what it was a moment ago; it is left alone then.
        public func write() throws {
            try FileReplacement.replace(location, containing: original, with: rewritten)
        }
    }

    /// Reads the page again and makes the edits; `nil` where there are none.
    ///
    /// - Throws: `SiteError.pageLeadsOutside` where the page has become a link to somewhere outside of the root; `FileError`,
    ///   `.changed` where the page is no longer the one that was audited, and
    ///   `.declaresEncodingTooLate` where the edits would make browsers read it in another encoding.
    public func rewrite(inRoot root: FilePath) throws -> Rewrite? {
        guard insertionCount > 0 else { return nil }
        let location = root.pushing(path)
        let target = try target(inRoot: root)
        let original = try RegularFile(contentsOf: target.file, calledBy: location).bytes
        guard Digest.hexadecimal(of: original) == audit.digest else { throw FileError.changed(location) }
        let edits = steps.compactMap { step -> PageEdit? in
            guard case .insert(let insertion, _) = step.decision else { return nil }
            return insertion.edit(
                at: step.use.insertionOffset,
                encodedBy: {
                    audit.encoding.encode($0, asReferences: audit.writesReferences)
                })
        }
        let rewritten = try original.applying(edits)
        let before = PageEncoding.detect(in: original)
        let after = PageEncoding.detect(in: rewritten)
        // Where both are a mere guess, the alt made the page look like another, but the declaration behind it counts.
        guard after.encoding == before.encoding || (before.source != .prescan && after.source != .prescan) else {
            throw FileError.declaresEncodingTooLate(location)
        }
        return Rewrite(
            location: location, file: target.path, original: original, edits: edits, rewritten: rewritten)
    }

    /// The page's file, which has to be inside of the root still.
    private func target(inRoot root: FilePath) throws -> PageAliases.Target {
        if let target = PageAliases(root: root).target(of: path) { return target }
        let location = root.pushing(path)
        switch SiteRoot(root).entry(at: path) {
        case .outsideOfRoot: throw SiteError.pageLeadsOutside(path)
        case .notARegularFile: throw FileError.notRegular(location)
        case .unreadable(let error): throw FileError(error, location, action: "read it")
        case .missing, .file: throw FileError.missing(location)
        }
    }
}
