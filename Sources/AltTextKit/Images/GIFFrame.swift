// SPDX-License-Identifier: Apache-2.0

/// The compressed pixels of one GIF frame.
///
/// <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>, appendix F.
struct GIFFrame {
    /// The data of the sub-blocks.
    let data: [UInt8]
    /// The LZW minimum code size as stored.
    let codeSize: Int

    /// Whether the frame's first `pixels` pixels all have this colour index; `nil` where the data does not tell.
    ///
    /// The first other pixel ends the search, so that every string in the code table is a run of the one index and the
    /// table need only hold lengths.
    func hasOnly(_ index: Int, pixels: Int) -> Bool? {
        guard (1...8).contains(codeSize) else { return nil }
        let clear = 1 << codeSize
        var runs: [Int] = []
        var previous: Int?
        var width = codeSize + 1
        var bit = 0
        var found = 0
        while found < pixels {
            guard let code = code(at: bit, width: width) else { return nil }
            bit += width
            if code == clear {
                runs = []
                previous = nil
                width = codeSize + 1
                continue
            }
            let entry = code - clear - 2
            let run: Int
            if code < clear {
                guard code == index else { return false }
                run = 1
            } else if runs.indices.contains(entry) {
                run = runs[entry]
            } else if entry == runs.count, let previous {
                run = previous + 1
            } else {
                return nil
            }
            if let previous, clear + 2 + runs.count < 4096 {
                runs.append(previous + 1)
                if clear + 2 + runs.count == 1 << width, width < 12 {
                    width += 1
                }
            }
            previous = run
            found += run
        }
        return true
    }

    /// The code of `width` bits, at most 12, that begins at this bit; the lowest bit of a byte comes first.
    private func code(at bit: Int, width: Int) -> Int? {
        guard bit + width <= data.count * 8 else { return nil }
        let bytes = data[(bit / 8)...].prefix(3)
        let bits = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        return bits >> (bit % 8) & (1 << width - 1)
    }
}
