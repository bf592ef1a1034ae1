// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#if canImport(iconv)
import iconv
#endif
#endif

/// The C library's converter from one encoding to Unicode, used to read a multi-byte encoding's table of characters.
///
/// All unsafe calls of encodings are in this file. A value is used by one thread, for as long as a table is read.
@safe struct Iconv: ~Copyable {
    private let descriptor: iconv_t

    /// Opens the first of these encodings that the C library knows; `nil` where it knows none of them.
    init?(anyOf names: [String]) {
        for name in names {
            // Invariant: both names are NUL-terminated strings that outlive the call, which keeps neither of them.
            let opened: iconv_t? = unsafe iconv_open("UTF-32LE", name)
            // POSIX: failure is the pointer (iconv_t)-1, not NULL.
            guard Int(bitPattern: opened) != -1, let opened = unsafe opened else { continue }
            unsafe descriptor = opened
            return
        }
        return nil
    }

    deinit {
        // Invariant: the descriptor came from `iconv_open` and a value that cannot be copied closes it once.
        _ = unsafe iconv_close(descriptor)
    }

    /// The one scalar that these bytes mean as a whole; `nil` for anything malformed, incomplete or of two scalars.
    func scalar(of bytes: [UInt8]) -> UInt32? {
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 16)
        var inputLeft = input.count
        var outputLeft = output.count
        // Invariant: the pointers are those of live arrays for as long as the closures run, the counts are the arrays'
        // own, and the C library advances copies of the pointers that are gone afterwards.
        let isConverted = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                // The first call forgets what an earlier character left, the last writes what the library held back.
                _ = unsafe iconv(descriptor, nil, nil, nil, nil)
                guard unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft) == 0 else { return false }
                return unsafe iconv(descriptor, nil, nil, &to, &outputLeft) == 0
            }
        }
        guard isConverted, inputLeft == 0, outputLeft == output.count - 4 else { return nil }
        return (0..<4).reduce(0) { $0 | UInt32(UInt8(bitPattern: output[$1])) << (8 * UInt32($1)) }
    }
}
