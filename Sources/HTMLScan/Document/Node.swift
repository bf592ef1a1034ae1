// SPDX-License-Identifier: Apache-2.0

/// The number of a node in its `Document`, from 0.
struct NodeID: Hashable {
    let index: Int32

    init(_ index: Int) {
        self.index = Int32(truncatingIfNeeded: index)
    }
}

/// A node or none, in four bytes: an optional `NodeID` takes eight, and a page of 200 MB has 50 million nodes.
@propertyWrapper
struct NodeLink {
    private var index: Int32 = -1

    var wrappedValue: NodeID? {
        get { index < 0 ? nil : NodeID(Int(index)) }
        set { index = newValue?.index ?? -1 }
    }
}

/// Which vocabulary an element belongs to.
enum Namespace: UInt8 {
    case html, mathML, svg
}

/// An element, or a run of text, of a document. Offsets are those of the page; pages are shorter than 2 GiB.
struct Node {
    enum Kind: UInt8 {
        case element
        /// Text that may hold character references.
        case text
        /// Text that is taken as it stands: raw text and CDATA sections.
        case rawText
    }

    let kind: Kind
    let namespace: Namespace
    let name: ElementName
    /// The bytes of the start tag, or of the text; empty for an element that no tag in the page stands for.
    private let start: Int32
    private let end: Int32
    /// How far behind `start` the tag's name ends.
    private let nameLength: Int32

    @NodeLink var parent: NodeID?
    @NodeLink var firstChild: NodeID?
    @NodeLink var lastChild: NodeID?
    @NodeLink var previousSibling: NodeID?
    @NodeLink var nextSibling: NodeID?

    init(kind: Kind, name: ElementName, namespace: Namespace, range: Range<Int>, nameEnd: Int) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        start = Int32(truncatingIfNeeded: range.lowerBound)
        end = Int32(truncatingIfNeeded: range.upperBound)
        nameLength = Int32(truncatingIfNeeded: nameEnd - range.lowerBound)
    }

    /// The bytes of the start tag, or of the text; zero-based.
    var range: Range<Int> { Int(start)..<Int(end) }

    /// The offset of the byte behind the tag's name.
    var nameEnd: Int { Int(start + nameLength) }

    /// Whether it is the HTML element with this name.
    func isHTML(_ tag: TagName) -> Bool {
        name.known == tag && namespace == .html && kind == .element
    }

    /// Whether it is an HTML element with one of these names.
    func isHTML(in tags: TagSet) -> Bool {
        namespace == .html && kind == .element && tags.contains(name.known)
    }
}
