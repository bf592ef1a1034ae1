// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport

/// Takes the input's first line for a base URL and the rest for a reference: what is written is read as the same URL.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzURL(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe fuzzInput(start, count)
    let line = input.prefix { $0 != UInt8(ascii: "\n") }
    let base = WebURL(String(decoding: line, as: UTF8.self))
    let joined = WebURL(String(decoding: input.dropFirst(line.count + 1), as: UTF8.self), base: base)
    for url in [base, joined].compactMap(\.self) {
        require(WebURL(url.href) == url, "\(url.href) is read as another URL")
        require(WebURL(url.href, base: base) == url, "\(url.href) depends on the base")
        require(url.href.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(url.href) is not printable ASCII")
    }
    return 0
}
