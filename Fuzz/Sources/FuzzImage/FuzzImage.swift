// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport

/// Takes the input for an image file: what is told of it makes sense, and is the same each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe fuzzInput(start, count)
    let inspection = ImageFile.inspect(bytes)
    require(inspection.header?.format == ImageFormat(bytes), "the format is in doubt")
    require((inspection.header?.width ?? 1) > 0 && (inspection.header?.height ?? 1) > 0, "a size that is no size")
    require(inspection.header != nil || inspection.embedded == .none, "a text in what is no image")
    for text in inspection.embedded.alternatives + inspection.embedded.extendedDescriptions {
        require(!text.text.allSatisfy(\.isWhitespace), "a blank text")
    }
    require(ImageFile.inspect(bytes) == inspection, "another image at the second look")
    return 0
}
