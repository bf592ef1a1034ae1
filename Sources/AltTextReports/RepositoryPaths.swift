// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// The paths of pages as services know them that host repositories: relative to the folder that the command was run in, which
/// is the repository's in a CI job; relative to the site's root where that is elsewhere.
struct RepositoryPaths {
    private let naming: DiffNaming

    init(of audit: SiteAudit, _ settings: ReportSettings) {
        naming = DiffNaming(root: audit.root, workingFolder: settings.workingFolder)
    }

    /// The path as text.
    func path(of page: FilePath) -> String { naming.name(of: page).string }

    /// The path as a relative reference.
    ///
    /// RFC 3986: <https://www.rfc-editor.org/rfc/rfc3986#section-4.2>
    func reference(to page: FilePath) -> String { Self.encoded(naming.name(of: page)) }

    /// The URL of the folder that the references are relative to; it ends in a slash.
    var baseURL: String {
        let path = Self.encoded(naming.folder)
        return "file://" + path + (path.hasSuffix("/") ? "" : "/")
    }

    /// The bytes of a path, those percent-encoded that may not stand in every segment of a relative reference.
    private static func encoded(_ path: FilePath) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let encoded = path.bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                [byte]
            case _ where "/-._~!$&'()*+,;=@".utf8.contains(byte): [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
