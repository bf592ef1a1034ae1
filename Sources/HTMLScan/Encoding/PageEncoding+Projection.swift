// SPDX-License-Identifier: Apache-2.0

extension PageEncoding {
    /// Whether every byte below 0x80 is the ASCII character that it looks like, wherever it stands.
    var hasPlainASCII: Bool { isASCIICompatible && codec == nil }

    /// A copy of a page, of the same length, in which only those bytes are ASCII that a browser reads as this ASCII.
    ///
    /// Replaced are NUL, bytes from 0x80 up, and ASCII bytes that belong to a longer character (as the standard's decoder
    /// has it: a byte that makes no character with the lead byte before it stands for itself). Of a page that is not
    /// compatible with ASCII no byte is left. One pass.
    ///
    /// - Parameter replacement: What to put there. A tokenizer has to be given something that is no letter: `<` before
    ///   a byte that is not ASCII begins no tag.
    public func asciiProjection(of bytes: [UInt8], replacement: UInt8 = UInt8(ascii: "x")) -> [UInt8] {
        guard isASCIICompatible else { return Array(repeating: replacement, count: bytes.count) }
        if var codec { return codec.projection(of: bytes, replacement: replacement) }
        var copy = bytes
        for index in copy.indices {
            let byte = copy[index]
            // One comparison for both ends: NUL wraps around to 0xFF.
            copy[index] = byte &- 1 >= 0x7F ? replacement : byte
        }
        return copy
    }
}
