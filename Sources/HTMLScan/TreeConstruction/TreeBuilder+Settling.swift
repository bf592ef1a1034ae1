// SPDX-License-Identifier: Apache-2.0

/// Where a page need not be read to its end.
extension TreeBuilder {
    /// Whether nothing that comes can move an element that is there already, or change what is around it, save for a
    /// further `html`, `body` or `base` tag.
    ///
    /// Elements are moved only out of formatting elements that are still listed. What an image's link, button, figure
    /// or picture holds is known once it is closed; the elements allowed here say nothing about the images in them.
    var isSettled: Bool {
        openElements.count <= 64 && templateModes.isEmpty && formatting.items.allSatisfy { $0 == nil }
            && openElements.entries.allSatisfy { entry in
                entry.isHTML(in: Self.plainContainers) && !isControl(entry)
            }
    }

    /// Whether a role makes a link or a button of the element, in whose text an image may stand.
    private func isControl(_ entry: OpenElements.Entry) -> Bool {
        let node = document[entry.node]
        // Most tags have no attributes at all.
        guard node.nameEnd + 1 < node.range.upperBound,
            let role = tokenizer.bytes.attribute("role", ofTagWithNameEnd: node.nameEnd)
        else { return false }
        return role.contains(asciiText: "link") || role.contains(asciiText: "button")
    }

    private static let plainContainers: TagSet = [
        .address, .article, .aside, .blockquote, .body, .center, .dd, .div, .dl, .dt, .footer, .form, .h1, .h2, .h3,
        .h4, .h5, .h6, .header, .hgroup, .html, .li, .main, .nav, .ol, .p, .search, .section, .span, .table, .tbody,
        .td, .tfoot, .th, .thead, .tr, .ul,
    ]
}
