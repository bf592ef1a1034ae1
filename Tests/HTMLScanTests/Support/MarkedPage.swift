// SPDX-License-Identifier: Apache-2.0

import Testing

/// A page with a `§` in front of each image that a browser finds; the marks are no part of it.
struct MarkedPage: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    /// The offsets of the images' `<`, ascending.
    let offsets: [Int]
    let testDescription: String

    /// Reads the marks of a text and encodes the rest of it.
    init(_ marked: String, encoded encode: (String) -> [UInt8] = { Array($0.utf8) }) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for (index, piece) in marked.split(separator: "§", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { offsets.append(bytes.count) }
            bytes += encode(String(piece))
        }
        self.bytes = bytes
        self.offsets = offsets
        testDescription = marked.count < 120 ? marked.debugDescription : "\(marked.prefix(100).debugDescription)…"
    }
}

extension MarkedPage: ExpressibleByStringLiteral {
    init(stringLiteral marked: String) {
        self.init(marked)
    }
}
