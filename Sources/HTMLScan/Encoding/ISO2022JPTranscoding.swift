// SPDX-License-Identifier: Apache-2.0

/// An ISO-2022-JP page as UTF-8, so that its markup can be found, and the way back from markup to the file.
///
/// Escape sequences vanish, wherever they stand: a browser sees `<img>` even where one stands in the middle of the name.
/// Encoding: <https://encoding.spec.whatwg.org/#iso-2022-jp-decoder>
struct ISO2022JPTranscoding {
    /// The page in UTF-8.
    let utf8: [UInt8]
    /// How many bytes the page has in ISO-2022-JP.
    private let byteCount: Int
    /// The beginnings of passages in ASCII, in order.
    private let passages: [Passage]

    /// Where a passage in which each byte of the file is one of the copy begins in both.
    private struct Passage {
        let copyOffset: Int
        let fileOffset: Int
    }

    /// Transcodes a page.
    init(of bytes: [UInt8]) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var passages: [Passage] = []
        var shift: Int?
        var codec = ISO2022JPCodec()
        var index = 0
        while index < bytes.count {
            let unit = codec.next(in: bytes, at: index)
            if let scalar = unit.scalar {
                if scalar.isASCII, index - utf8.count != shift {
                    shift = index - utf8.count
                    passages.append(Passage(copyOffset: utf8.count, fileOffset: index))
                }
                utf8.append(utf8Of: scalar)
            }
            index += unit.length
        }
        self.utf8 = utf8
        byteCount = bytes.count
        self.passages = passages
    }

    /// The byte offset in the file of the ASCII character at this offset of the copy, or of the copy's end.
    ///
    /// Takes logarithmic time.
    func fileOffset(ofUTF8 offset: Int) -> Int {
        guard offset < utf8.count else { return byteCount }
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].copyOffset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        return passages[low - 1].fileOffset + offset - passages[low - 1].copyOffset
    }
}
