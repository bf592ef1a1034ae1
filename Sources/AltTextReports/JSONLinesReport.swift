// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

/// One JSON object a place, in page order, then document order.
///
/// JSON Lines: <https://jsonlines.org>
enum JSONLinesReport {
    static func text(for audit: SiteAudit) -> String {
        var bytes: [UInt8] = []
        for page in audit.pages {
            for use in page.uses { object(for: use).writeLine(to: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The members that the product promises; more may be added, none renamed.
    static func object(for use: ImageUse) -> JSONObject {
        JSONObject([
            ("page", .string(use.page.string)), ("line", .int(use.line)), ("column", .int(use.column)),
            ("offset", .int(use.offset)), ("class", .string(use.findingClass.rawValue)),
            ("level", .string(use.level.rawValue)), ("src", .string(orNull: use.src)),
            ("image", .string(orNull: use.image?.name)), ("key", .string(orNull: use.image?.key)),
            ("reason", .string(use.reason)), ("next", .string(use.nextStep)),
        ])
    }
}

extension JSONValue {
    /// A string, or `null`.
    static func string(orNull text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }
}
