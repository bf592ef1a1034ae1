// SPDX-License-Identifier: Apache-2.0

/// The first image file directory of a TIFF file.
///
/// TIFF 6.0, section 2: <https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf>. BigTIFF is read too.
struct TIFFDirectory {
    private let content: ByteView
    private let order: ByteView.Order
    /// Whether it is a BigTIFF, whose counts and offsets have eight bytes.
    private let isBig: Bool
    private let entries: ByteView

    private var entrySize: Int { isBig ? 20 : 12 }

    /// `nil` where the file has no directory.
    init?(_ content: ByteView) {
        let order: ByteView.Order = content.byte(at: 0) == 0x49 ? .littleEndian : .bigEndian
        let isBig = content.integer(at: 2, width: 2, order) == 43
        guard let start = content.integer(at: isBig ? 8 : 4, width: isBig ? 8 : 4, order),
            let count = content.integer(at: start, width: isBig ? 8 : 2, order)
        else { return nil }
        self.content = content
        self.order = order
        self.isBig = isBig
        entries = content.view(from: start).view(from: isBig ? 8 : 2, upTo: min(count, 65_535) * (isBig ? 20 : 12))
    }

    /// The values of the tags ImageWidth and ImageLength.
    var size: (width: Int, height: Int)? {
        guard let width = integer(tag: 256), let height = integer(tag: 257) else { return nil }
        return (width, height)
    }

    /// The XMP packet, in tag 700.
    ///
    /// XMP specification part 3, 1.1.9: <https://developer.adobe.com/xmp/docs/xmp-specifications/>
    var packet: [UInt8]? {
        guard let entry = entry(tag: 700), [1, 7].contains(entry.integer(at: 2, width: 2, order)),
            let count = entry.integer(at: 4, width: isBig ? 8 : 4, order),
            let offset = entry.integer(at: isBig ? 12 : 8, width: isBig ? 8 : 4, order)
        else { return nil }
        return content.view(at: offset, count: count)?.array
    }

    /// The single SHORT or LONG of a tag.
    private func integer(tag: Int) -> Int? {
        guard let entry = entry(tag: tag) else { return nil }
        let value = isBig ? 12 : 8
        return switch entry.integer(at: 2, width: 2, order) {
        case 3: entry.integer(at: value, width: 2, order)
        case 4: entry.integer(at: value, width: 4, order)
        default: nil
        }
    }

    private func entry(tag: Int) -> ByteView? {
        stride(from: 0, to: entries.count, by: entrySize).lazy
            .compactMap { entries.view(at: $0, count: entrySize) }
            .first { $0.integer(at: 0, width: 2, order) == tag }
    }
}
