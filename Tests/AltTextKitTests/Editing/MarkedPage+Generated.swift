// SPDX-License-Identifier: Apache-2.0

import PageTestSupport

extension MarkedPage {
    /// A page of random lines, line ends and bytes, with random edits.
    static func generated(seed: UInt64) -> MarkedPage {
        var generator = SeededGenerator(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...200, using: &generator) {
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let piece = ["<p>", "-", "+", " ", "\\", "@@", "\r", "<img src=a>", "é"].randomElement(
                    using: &generator
                )
                bytes += (piece ?? "").utf8
                if Int.random(in: 0..<8, using: &generator) == 0 { bytes += "<img^>".utf8 }
                let byte = UInt8.random(in: 0x80...0xFF, using: &generator)
                if Int.random(in: 0..<20, using: &generator) == 0 { bytes.append(byte) }
            }
            bytes += ["\n", "\r\n"].randomElement(using: &generator)?.utf8 ?? "".utf8
        }
        bytes += "<img^>".utf8
        if Bool.random(using: &generator) { bytes.append(UInt8(ascii: "\n")) }
        return MarkedPage("seed \(seed)", bytes)
    }
}
