// SPDX-License-Identifier: Apache-2.0

/// The pixels of a PNG image, as far as it matters whether they can be seen.
///
/// <https://www.w3.org/TR/png/#4Concepts.PNGImage>
struct PNGPixels {
    /// The largest image whose pixels are looked at. Its data are much shorter than `longestStream`, however packed.
    private static let largestArea = 64 * 64
    private static let longestStream = 256 << 10

    private let width: Int
    private let height: Int
    private let bitDepth: Int
    private let colourType: UInt8
    private let isInterlaced: Bool
    /// The number of entries in the palette.
    private var colours = 0
    /// What the `tRNS` chunk holds.
    private var transparency: ByteView?
    private var stream: [UInt8] = []

    private var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] ?? 0 }

    /// Whether no pixel of a file's image can be seen; `nil` where that was not found out.
    static func isFullyTransparent(_ content: ByteView) -> Bool? {
        PNGPixels(content)?.isFullyTransparent
    }

    /// `nil` for what is no PNG of the standard, is cut off in front of its end, or is animated.
    private init?(_ content: ByteView) {
        var chunks = PNGChunks(content)
        guard let size = PNGChunks.size(of: content), size.width > 0, size.height > 0,
            let header = chunks.next()?.data, header.count == 13, let bitDepth = header.byte(at: 8),
            let colourType = header.byte(at: 9), let interlacing = header.byte(at: 12), interlacing < 2
        else { return nil }
        (width, height) = size
        self.bitDepth = Int(bitDepth)
        self.colourType = colourType
        isInterlaced = interlacing == 1
        let depths: [UInt8: Set<Int>] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard depths[colourType]?.contains(self.bitDepth) == true else { return nil }
        while let (type, data) = chunks.next() {
            switch type {
            case "PLTE": colours = data.count / 3
            case "tRNS": transparency = data
            // The frames behind the first could show something.
            case "acTL": return nil
            case "IDAT" where mayBeTransparent && isSmall && stream.count + data.count <= Self.longestStream:
                stream += data.array
            case "IDAT": return
            case "IEND": return
            default: continue
            }
        }
        return nil
    }

    private var isSmall: Bool { width <= Self.largestArea && height <= Self.largestArea / width }

    /// Whether pixels of this colour type, with this `tRNS` chunk, can be transparent at all.
    private var mayBeTransparent: Bool {
        switch colourType {
        case 3: transparency?.array.contains(0) ?? false
        case 4, 6: true
        default: transparency?.count == 2 * channels
        }
    }

    private var isFullyTransparent: Bool? {
        guard mayBeTransparent else { return false }
        if colourType == 3, let transparency, colours > 0, transparency.count >= colours,
            transparency.array.allSatisfy({ $0 == 0 })
        {
            return true
        }
        guard isSmall else { return nil }
        let passes = passes
        let byteCount = passes.reduce(0) { $0 + $1.height * (1 + rowLength(width: $1.width)) }
        guard let data = Inflation.inflated(ByteView(stream), upTo: byteCount), data.count == byteCount else {
            return nil
        }
        var offset = 0
        for pass in passes {
            var above = [UInt8](repeating: 0, count: rowLength(width: pass.width))
            for _ in 0..<pass.height {
                let end = offset + 1 + above.count
                guard let row = unfiltered(data[(offset + 1)..<end], filter: data[offset], above: above) else {
                    return nil
                }
                guard (0..<pass.width).allSatisfy({ isTransparent($0, in: row) }) else { return false }
                above = row
                offset = end
            }
        }
        return true
    }

    /// The sizes of the reduced images that the image is stored as, without the empty ones.
    ///
    /// <https://www.w3.org/TR/png/#8InterlaceMethods>
    private var passes: [(width: Int, height: Int)] {
        guard isInterlaced else { return [(width, height)] }
        let grids = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
        return grids.map { x, y, columns, rows in
            ((width - x + columns - 1) / columns, (height - y + rows - 1) / rows)
        }
        .filter { $0.width > 0 && $0.height > 0 }
    }

    private func rowLength(width: Int) -> Int {
        (width * channels * bitDepth + 7) / 8
    }

    /// The bytes of a row without its filter; `nil` for a filter that does not exist.
    ///
    /// <https://www.w3.org/TR/png/#9Filters>
    private func unfiltered(_ filtered: ArraySlice<UInt8>, filter: UInt8, above: [UInt8]) -> [UInt8]? {
        guard filter < 5 else { return nil }
        let distance = max(1, channels * bitDepth / 8)
        var row: [UInt8] = []
        for (index, byte) in filtered.enumerated() {
            let left = index < distance ? 0 : Int(row[index - distance])
            let corner = index < distance ? 0 : Int(above[index - distance])
            let up = Int(above[index])
            let prediction =
                switch filter {
                case 1: left
                case 2: up
                case 3: (left + up) / 2
                case 4: Self.nearest(to: left + up - corner, of: [left, up, corner])
                default: 0
                }
            row.append(byte &+ UInt8(prediction))
        }
        return row
    }

    /// The first of the numbers that none is nearer to `target` than (Paeth's predictor).
    private static func nearest(to target: Int, of numbers: [Int]) -> Int {
        numbers.min { abs($0 - target) < abs($1 - target) } ?? 0
    }

    private func isTransparent(_ pixel: Int, in row: [UInt8]) -> Bool {
        let samples = (0..<channels).map { sample(pixel * channels + $0, in: row) }
        switch colourType {
        case 3:
            // Colours behind the last value of the chunk are opaque.
            return transparency?.byte(at: samples[0]) == 0
        case 4, 6:
            return samples.last == 0
        default:
            let key = (0..<channels).map { (transparency?.integer(at: 2 * $0, width: 2) ?? 0) & (1 << bitDepth - 1) }
            return samples == key
        }
    }

    private func sample(_ index: Int, in row: [UInt8]) -> Int {
        switch bitDepth {
        case 16: Int(row[2 * index]) << 8 | Int(row[2 * index + 1])
        case 8: Int(row[index])
        default: Int(row[index * bitDepth / 8]) >> (8 - bitDepth - index * bitDepth % 8) & (1 << bitDepth - 1)
        }
    }
}
