// SPDX-License-Identifier: Apache-2.0

/// The name of an element or attribute, whatever its prefix.
///
/// <https://www.w3.org/TR/xml-names/>
struct XMLName: Hashable, Sendable {
    /// The namespace; empty where the name is in none.
    let namespace: String
    /// The name without its prefix.
    let local: String
}

/// A start tag.
struct XMLElement: Sendable {
    let name: XMLName
    /// The attributes in source order, without the namespace declarations.
    let attributes: [(name: XMLName, value: String)]

    /// The value of an attribute; `nil` where the tag does not have it.
    subscript(name: XMLName) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The language that the element itself declares, by `xml:lang` before `lang`; `nil` where it declares none.
    var language: String? {
        self[XMLName(namespace: "http://www.w3.org/XML/1998/namespace", local: "lang")]
            ?? self[XMLName(namespace: "", local: "lang")]
    }
}

/// A step through an XML document.
enum XMLEvent: Sendable {
    /// An element begins.
    case start(XMLElement)
    /// A piece of text in UTF-8, references resolved; one text may come in several pieces.
    case text([UInt8])
    /// The innermost open element ends.
    case end
}
