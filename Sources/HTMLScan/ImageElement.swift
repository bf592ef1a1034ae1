// SPDX-License-Identifier: Apache-2.0

/// One attribute of a start tag, as a browser has it in its document.
public struct Attribute: Hashable, Sendable {
    /// The name in ASCII lower case.
    public let name: String
    /// The value with its character references resolved; empty for `<img alt>`, which has the attribute without a value.
    public let value: String

    /// An attribute with a decoded value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// An element that needs a text alternative: an `img`, an `input type=image` or an `area`.
public struct ImageElement: Sendable {
    /// What kind of element it is.
    public enum Kind: Sendable {
        /// `img`, or `image`, of which the HTML standard makes an `img`.
        case img
        /// `input type=image`.
        case inputImage
        /// `area` of an image map.
        case area
    }

    /// Where a tag begins, for people.
    public struct Position: Hashable, Sendable {
        /// The line, from 1; a line ends with LF, CR LF or CR.
        public let line: Int
        /// The column, from 1, in Unicode scalars of the decoded page; a byte order mark takes none.
        public let column: Int

        /// A place; both numbers count from 1.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// What kind of element it is.
    public let kind: Kind
    /// The bytes of the start tag in the file, from `<` up to and including `>`; zero-based.
    public let tag: Range<Int>
    /// Where the tag's `<` stands.
    public let position: Position
    /// The byte offset in the file directly behind the tag's name, where an attribute can be inserted whatever follows.
    public let insertionOffset: Int
    /// The tag's attributes in source order; of duplicates only the first, as the HTML standard has it.
    public let attributes: [Attribute]
    /// What the rules of alt text need to know of the document around the element.
    public var surroundings: Surroundings

    /// An element at a place of a file.
    public init(
        kind: Kind, tag: Range<Int>, position: Position, insertionOffset: Int, attributes: [Attribute],
        surroundings: Surroundings
    ) {
        self.kind = kind
        self.tag = tag
        self.position = position
        self.insertionOffset = insertionOffset
        self.attributes = attributes
        self.surroundings = surroundings
    }

    /// The value of the attribute with this lower-case name; `nil` where the tag has no such attribute.
    public subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}
