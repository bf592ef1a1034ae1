// SPDX-License-Identifier: Apache-2.0

/// Gathers the text of elements as a reader of the page gets it.
struct TextCollector {
    let document: Document
    let page: PageText

    /// The text inside of an element, white space collapsed.
    ///
    /// - Parameter standIn: What is read in place of an element's contents; `nil` where those are, as by default.
    /// - Throws: `ScanError.tooEntangled` where the meter has run up.
    func text(
        of scope: NodeID, meter: inout WorkMeter, standIn: (NodeID) -> String? = { _ in nil }
    ) throws(ScanError) -> String {
        var pieces = ""
        var next = document.next(after: scope, in: scope)
        while let id = next {
            let node = document[id]
            try meter.spend(1)
            if node.kind != .element {
                try meter.spend(node.range.count)
                pieces += text(of: node)
            } else if !isWithoutText(node), let text = standIn(id) {
                pieces += " \(text) "
                next = document.next(after: id, in: scope, skippingContents: true)
                continue
            } else if !node.isHTML(.img), !Self.inlineElements.contains(node.name.known) {
                // Words in two cells, or on both sides of a line break, are two words.
                pieces += " "
            }
            next = document.next(after: id, in: scope, skippingContents: isWithoutText(node))
        }
        return pieces.whiteSpaceCollapsed
    }

    /// The text of a node that is text.
    func text(of node: Node) -> String {
        var decoded = page.decode(node.range)
        // A NUL is dropped, or stands for a character that says nothing.
        if decoded.utf8.contains(0) { decoded = decoded.filter { $0 != "\0" } }
        return node.kind == .rawText ? decoded : CharacterReferences.resolve(decoded, in: .text)
    }

    /// Whether a node that is text has nothing but white space.
    func isBlank(_ node: Node) -> Bool {
        // Most are told by their first sign, before they have to be decoded.
        guard let first = page.bytes[node.range].first(where: { !ASCII.isSpace($0) }) else { return true }
        let isPlain = (UInt8(ascii: "!")..<0x80).contains(first) && first != ASCII.ampersand
        return !isPlain && text(of: node).isBlank
    }

    private func isWithoutText(_ node: Node) -> Bool {
        node.kind == .element && Self.elementsWithoutText.contains(node.name.known)
    }

    private static let elementsWithoutText: TagSet = [
        .script, .style, .template, .noscript, .noframes, .noembed, .iframe,
    ]
    static let inlineElements: TagSet = [
        .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .span, .strike, .strong, .sub, .sup, .tt, .u, .var,
        .wbr,
        .other,
    ]
}
