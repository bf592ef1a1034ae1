// SPDX-License-Identifier: Apache-2.0

import AltTextConfig
import FuzzSupport

/// Takes the input for a configuration file: it is read or refused, in both cases with places that are in the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConfiguration(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe fuzzInput(start, count)
    // YAML knows more line ends than the line feed; this is the most lines there can be.
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.count + 1
    let isInside = { (mark: ConfigurationMark) in
        (1...lines).contains(mark.line) && (1...lines).contains(mark.column)
    }
    do {
        let document = try ConfigurationDocument(parsing: bytes, path: "alttext.yml")
        if let root = document.root { check(root, isInside: isInside) }
    } catch {
        require(error.mark.map(isInside) ?? true, "an error outside of the file: \(error)")
        require(!error.reason.isEmpty, "an error without a reason")
    }
    return 0
}

private func check(_ node: ConfigurationNode, isInside: (ConfigurationMark) -> Bool) {
    require(isInside(node.mark), "a value outside of the file: \(node.mark)")
    switch node.value {
    case .list(let elements):
        for element in elements { check(element, isInside: isInside) }
    case .mapping(let members):
        for (key, value) in members {
            check(key, isInside: isInside)
            check(value, isInside: isInside)
        }
    case .null, .bool, .number, .text: break
    }
}
