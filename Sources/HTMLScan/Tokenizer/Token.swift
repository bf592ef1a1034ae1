// SPDX-License-Identifier: Apache-2.0

/// A start or end tag as the tokenizer cut it out of the page.
struct TagToken {
    let name: ElementName
    /// The bytes from `<` up to and including `>`; zero-based.
    let range: Range<Int>
    /// The offset of the byte behind the name.
    let nameEnd: Int
    let isSelfClosing: Bool
}

/// What the tokenizer hands to tree construction.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>
enum Token {
    case doctype(Range<Int>)
    case startTag(TagToken)
    case endTag(TagToken)
    /// Text that may hold character references.
    case text(Range<Int>)
    /// The text of a CDATA section, taken as it stands.
    case cdata(Range<Int>)
    case endOfFile
}
