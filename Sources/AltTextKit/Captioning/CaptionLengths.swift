// SPDX-License-Identifier: Apache-2.0

/// The captions that are asked for about each image.
public struct CaptionLengths: Hashable, Sendable {
    /// The one that becomes the alt.
    public let text: CaptionLength
    /// Those that are kept beside it in the catalog, for the person who reviews it.
    public let additional: [CaptionLength]

    /// Only the caption that becomes the alt.
    public init(_ text: CaptionLength) {
        self.text = text
        additional = []
    }

    /// The lengths of a list such as `normal,long`, of which the first becomes the alt; `nil` where one is unknown or
    /// named twice.
    public init?(list: String) {
        let names = list.split(separator: ",", omittingEmptySubsequences: false)
        let lengths = names.compactMap { name in CaptionLength(rawValue: name.filter { !$0.isWhitespace }) }
        guard let text = lengths.first, lengths.count == names.count, Set(lengths).count == names.count else {
            return nil
        }
        self.text = text
        additional = Array(lengths.dropFirst())
    }
}

extension CaptionLengths: CustomStringConvertible {
    /// The list that makes these lengths.
    public var description: String { ([text] + additional).map(\.rawValue).joined(separator: ",") }
}
