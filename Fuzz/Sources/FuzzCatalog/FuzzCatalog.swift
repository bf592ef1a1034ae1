// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport

/// Takes the input for a catalog: what is written of it is read again without a change or a notice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCatalog(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let contents = try? CatalogContents(parsing: unsafe fuzzInput(start, count), path: "catalog") else {
        return 0
    }
    let bytes = CatalogContents.bytes(of: contents.records)
    do {
        let again = try CatalogContents(parsing: bytes, path: "catalog")
        require(again.records == contents.records, "other records")
        require(again.notices.isEmpty, "\(again.notices)")
        require(CatalogContents.bytes(of: again.records) == bytes, "other bytes")
    } catch {
        fatalError("\(error)")
    }
    return 0
}
