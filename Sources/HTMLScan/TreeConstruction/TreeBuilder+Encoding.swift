// SPDX-License-Identifier: Apache-2.0

/// What a page says of its own encoding.
extension TreeBuilder {
    /// Heeds the encoding that a `meta` tag declares, the first that declares one.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#change-the-encoding>
    mutating func heedEncoding(of meta: TagToken) {
        guard let inUse = tentativeEncoding,
            let declared = MetaContent.declaredEncoding(inTagWithNameEnd: meta.nameEnd, of: tokenizer.bytes)
        else { return }
        tentativeEncoding = nil
        if declared != inUse { document.changeEncoding(to: declared) }
    }
}
