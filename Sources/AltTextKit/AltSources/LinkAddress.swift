// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Whom a link writes to or calls, as a name for the link.
///
/// RFC 6068: <https://www.rfc-editor.org/rfc/rfc6068>; RFC 3966: <https://www.rfc-editor.org/rfc/rfc3966>
enum LinkAddress {
    /// The mail address or telephone number; `nil` for other links, and where none is given.
    static func name(of href: String) -> String? {
        guard let url = WebURL(href), case .opaque(let path) = url.path else { return nil }
        let address: Substring
        switch url.scheme {
        case "mailto": address = path[...]
        case "tel", "sms": address = path.prefix { $0 != ";" }
        default: return nil
        }
        let text = String(decoding: PercentEncoding.decode(address.utf8), as: UTF8.self)
        let names = text.split(separator: ",").map { String($0).whiteSpaceCollapsed }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
