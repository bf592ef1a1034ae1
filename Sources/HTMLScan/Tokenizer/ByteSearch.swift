// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

extension Array<UInt8> {
    /// The first index at or after `start` that holds the byte, else `count`; as fast as the C library's `memchr`.
    func firstIndex(of byte: UInt8, from start: Int) -> Int {
        firstIndex(of: byte, from: start, to: count)
    }

    /// The first index at or after `start` and before `end` that holds the byte, else `end`.
    func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        precondition(start >= 0 && end <= count)
        return unsafe withUnsafeBytes { buffer in
            // `start` is inside of the buffer, so there is a base address and end - start bytes lie behind it.
            guard let base = buffer.baseAddress, let hit = unsafe memchr(base + start, Int32(byte), end - start)
            else { return end }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }
}

extension Array<UInt8> {
    /// Whether these ASCII bytes stand anywhere, letters in either case; `text` is in lower case and begins with a letter.
    func contains(asciiText text: StaticString) -> Bool {
        let lower = unsafe text.utf8Start.pointee
        for first in [lower, lower & 0xDF] {
            var index = firstIndex(of: first, from: 0)
            while index < count {
                if hasASCII(text, at: index) { return true }
                index = firstIndex(of: first, from: index + 1)
            }
        }
        return false
    }
}

extension Array<UInt8> {
    /// Whether these ASCII bytes stand at the index, letters in either case; `text` is in lower case.
    func hasASCII(_ text: StaticString, at index: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index + length <= count else { return false }
        return text.withUTF8Buffer { expected in
            for offset in 0..<length {
                // `expected` has `length` bytes.
                guard unsafe ASCII.lowercased(self[index + offset]) == expected[offset] else { return false }
            }
            return true
        }
    }
}
