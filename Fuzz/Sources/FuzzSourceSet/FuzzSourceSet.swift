// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport

/// Takes the input for a `srcset`: its candidates, written as one, are read as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSourceSet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let attribute = String(decoding: unsafe fuzzInput(start, count), as: UTF8.self)
    let candidates = SourceSet(attribute).candidates
    let written = candidates.map { candidate in
        switch candidate.descriptor {
        case .width(let width): "\(candidate.url) \(width)w"
        case .density(let density): "\(candidate.url) \(density)x"
        }
    }
    require(SourceSet(written.joined(separator: ", ")).candidates == candidates, "\(written) is read otherwise")
    return 0
}
