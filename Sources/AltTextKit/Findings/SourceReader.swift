// SPDX-License-Identifier: Apache-2.0

package import HTMLScan
internal import SystemPackage

/// Reads pages again, to show what they have where an image is.
package struct SourceReader {
    private let root: SiteRoot
    /// The page that was read last: places are asked for page by page.
    private var last: (page: FilePath, bytes: [UInt8], lines: SourceLines)?

    /// A reader of the pages that were audited.
    package init(of audit: SiteAudit) {
        root = SiteRoot(audit.root)
    }

    /// The line of the tag; `nil` where the page cannot be read any more, or no longer has that tag there.
    package mutating func line(of use: ImageUse) -> SourceLines.Line? {
        if last?.page != use.page {
            guard case .file(let file) = root.entry(at: use.page), let bytes = try? RegularFile(page: file).bytes,
                let lines = try? SourceLines(of: bytes, in: use.base.encoding)
            else { return nil }
            last = (use.page, bytes, lines)
        }
        guard let last, use.tagStamp.fits(last.bytes, at: use.offset) else { return nil }
        return last.lines.line(ofTagAt: use.offset)
    }
}
