// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import FuzzSupport

/// Takes the input for the XMP metadata of an image: its texts make sense, none is longer than the packet, and they are the
/// same each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXMP(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let packet = unsafe fuzzInput(start, count)
    let image = portableNetworkGraphic(packet: packet)
    let embedded = ImageFile.inspect(image).embedded
    for text in embedded.alternatives + embedded.extendedDescriptions {
        require(!text.text.allSatisfy(\.isWhitespace), "a blank text")
        // A byte that is no text becomes U+FFFD, in three bytes; whatever entities do, nothing grows beyond that.
        require(text.text.utf8.count <= 3 * packet.count, "a text longer than its packet")
    }
    require(ImageFile.inspect(image).embedded == embedded, "another text at the second look")
    return 0
}

/// A PNG file of one pixel with an XMP packet; its checksums are those of no file.
private func portableNetworkGraphic(packet: [UInt8]) -> [UInt8] {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // The keyword, and then: not compressed, no language, no translated keyword.
    let text = Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + packet
    return signature + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]) + chunk("iTXt", text)
}

private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let length = withUnsafeBytes(of: UInt32(data.count).bigEndian) { unsafe Array($0) }
    return length + type.utf8 + data + [0, 0, 0, 0]
}
