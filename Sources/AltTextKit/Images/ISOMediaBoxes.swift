// SPDX-License-Identifier: Apache-2.0

/// The boxes in a stretch of an AVIF or HEIC file.
///
/// ISO/IEC 14496-12, 4.2. A box that the stretch does not hold in full ends the sequence.
struct ISOMediaBoxes: Sequence, IteratorProtocol {
    private let content: ByteView
    private var offset = 0

    init(_ content: ByteView) {
        self.content = content
    }

    /// The next box: its type and what follows its header.
    mutating func next() -> (type: String, payload: ByteView)? {
        guard let short = content.integer(at: offset, width: 4), let type = content.view(at: offset + 4, count: 4)
        else {
            return nil
        }
        var header = 8
        var size = short
        if short == 1 {
            guard let long = content.integer(at: offset + 8, width: 8) else { return nil }
            header = 16
            size = long
        } else if short == 0 {
            // It goes on to the end.
            size = content.count - offset
        }
        guard size >= header, let payload = content.view(at: offset + header, count: size - header) else { return nil }
        offset += size
        return (type.text, payload)
    }

    /// The contents of the first box of this type.
    static func first(_ type: String, in content: ByteView) -> ByteView? {
        ISOMediaBoxes(content).first { $0.type == type }?.payload
    }
}
