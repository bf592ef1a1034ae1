// SPDX-License-Identifier: Apache-2.0

/// Where a page need not be read to its end.
extension TreeBuilder {
    /// Whether nothing that comes can move an element that is there already, or change what is around it, save for a
    /// further `html`, `body`, `frameset` or `base` tag.
    ///
    /// Elements are moved only out of formatting elements that are still listed. What an image's link, button, figure
    /// or picture holds is known once it is closed; the elements that may still be open say nothing about the images in them.
    var isSettled: Bool {
        mutating get {
            let entries = openElements.entries
            guard entries.count <= 64, templateModes.isEmpty, formatting.items.allSatisfy({ $0 == nil }) else {
                return false
            }
            return entries.indices.allSatisfy { index in
                // An element below the current one can have been taken from the stack, and still be around it.
                let isInPlace = index == 0 || document[entries[index].node].parent == entries[index - 1].node
                return isInPlace && isPlainContainer(entries[index])
            }
        }
    }

    private mutating func isPlainContainer(_ entry: OpenElements.Entry) -> Bool {
        if let known = plainContainers[entry.node] { return known }
        let isPlain =
            entry.isHTML(in: Self.plainContainers)
            && document.tags(of: entry.node).allSatisfy { tag in
                // Most tags have no attributes at all. A control is something in whose text an image stands.
                guard tag.nameEnd + 1 < tag.range.upperBound,
                    let role = tokenizer.bytes.attribute("role", ofTagWithNameEnd: tag.nameEnd)
                else { return true }
                return !ControlReader.mayBeControl(role: role)
            }
        // These two can get a further tag.
        if !entry.isHTML(in: [.html, .body]) { plainContainers[entry.node] = isPlain }
        return isPlain
    }

    private static let plainContainers: TagSet = [
        .address, .article, .aside, .blockquote, .body, .center, .dd, .div, .dl, .dt, .footer, .form, .h1, .h2, .h3,
        .h4, .h5, .h6, .header, .hgroup, .html, .li, .main, .nav, .ol, .p, .search, .section, .span, .table, .tbody,
        .td, .tfoot, .th, .thead, .tr, .ul,
    ]
}
