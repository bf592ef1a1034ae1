// SPDX-License-Identifier: Apache-2.0

/// What a `srcset` attribute offers: URLs with the width or density of the picture at each.
public struct SourceSet: Hashable, Sendable {
    /// One picture on offer.
    public struct Candidate: Hashable, Sendable {
        /// The URL as it was written, not resolved.
        public let url: String
        /// For which screens the image is meant.
        public let descriptor: Descriptor

        /// A candidate with the URL as it stands in the attribute.
        public init(url: String, descriptor: Descriptor) {
            self.url = url
            self.descriptor = descriptor
        }
    }

    /// What an author says of the size of a picture.
    public enum Descriptor: Hashable, Sendable {
        /// Its width in pixels, such as 640 for `640w`; never 0.
        case width(Int)
        /// Its pixels per CSS pixel, such as 2 for `2x`; 1 where nothing is said.
        case density(Double)
    }

    /// The candidates in source order. Duplicates are kept; candidates with a wrong descriptor are left out.
    public let candidates: [Candidate]

    /// Parses the value of a `srcset` attribute the way browsers do. Takes linear time.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute>
    public init(_ attribute: String) {
        var parser = SourceSetParser(attribute)
        candidates = parser.parse()
    }
}
