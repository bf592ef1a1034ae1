// SPDX-License-Identifier: Apache-2.0

internal import CInflate

/// Decompression of what PNG files hold compressed. The one Swift file that calls `CInflate`.
///
/// RFC 1950: <https://www.rfc-editor.org/rfc/rfc1950>
enum Inflation {
    /// How many bytes a compressed byte can stand for: <https://zlib.net/zlib_tech.html>
    private static let largestRatio = 1032

    /// The data of a zlib stream; `nil` where it is damaged, not all there, or longer than `limit`, at least 1.
    ///
    /// Neither memory nor time beyond those for `limit` bytes is taken, nor beyond what so short a stream can stand for.
    static func inflated(_ stream: ByteView, upTo limit: Int) -> [UInt8]? {
        let capacity = min(limit, (stream.count + 1) * largestRatio)
        var isWhole = false
        let data = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            // Both buffers live as long as the call, which writes no more than the capacity.
            var written = 0
            isWhole = unsafe stream.array.withUnsafeBufferPointer { source in
                unsafe cinflate(source.baseAddress, source.count, buffer.baseAddress, capacity, &written) == 1
            }
            count = isWhole ? written : 0
        }
        return isWhole ? data : nil
    }
}
