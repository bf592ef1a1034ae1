// SPDX-License-Identifier: Apache-2.0

/// What a page says of its own encoding.
extension TreeBuilder {
    /// Heeds the encoding that a `meta` tag declares, the first that declares one.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#change-the-encoding>
    mutating func heedEncoding(of meta: TagToken) {
        guard let inUse = tentativeEncoding, let declared = declaredEncoding(of: meta)?.asDeclaredByMeta else { return }
        tentativeEncoding = nil
        if declared != inUse { document.changeEncoding(to: declared) }
    }

    /// The encoding of a `charset`, else that of a `content`; neither need exist.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead>, "a start tag whose tag name is meta"
    private func declaredEncoding(of meta: TagToken) -> PageEncoding? {
        if let charset = attribute("charset", of: meta), let encoding = PageEncoding(label: charset) { return encoding }
        guard attribute("http-equiv", of: meta, is: "content-type"), let content = attribute("content", of: meta) else {
            return nil
        }
        return MetaContent.encoding(in: content.map(ASCII.lowercased))
    }
}
