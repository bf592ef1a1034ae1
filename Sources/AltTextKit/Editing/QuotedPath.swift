// SPDX-License-Identifier: Apache-2.0

/// File names in the quotes of C that git and GNU patch put around odd ones.
///
/// As git does with `core.quotePath=false`, letters beyond ASCII stay readable; quoted is a name with a quote, a
/// backslash, a control character, a bidirectional control, a space at its end, or bytes that are not UTF-8.
/// git: <https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath>
enum QuotedPath {
    /// The name itself, or its quoted form where that is needed.
    static func bytes(of name: [UInt8]) -> [UInt8] {
        guard needsQuotes(name) else { return name }
        var output: [UInt8] = [UInt8(ascii: "\"")]
        for byte in name {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case 0x07: output += "\\a".utf8
            case 0x08: output += "\\b".utf8
            case 0x09: output += "\\t".utf8
            case 0x0A: output += "\\n".utf8
            case 0x0B: output += "\\v".utf8
            case 0x0C: output += "\\f".utf8
            case 0x0D: output += "\\r".utf8
            case 0x20...0x7E: output.append(byte)
            default:
                let digits = String(byte, radix: 8)
                output += "\\".utf8
                output += String(repeating: "0", count: 3 - digits.utf8.count).utf8
                output += digits.utf8
            }
        }
        output.append(UInt8(ascii: "\""))
        return output
    }

    private static func needsQuotes(_ name: [UInt8]) -> Bool {
        guard let text = String(validating: name, as: UTF8.self) else { return true }
        // GNU patch takes spaces in front of the tab that ends a name for the end of the name.
        if text.utf8.last == UInt8(ascii: " ") { return true }
        return text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: scalar == "\"" || scalar == "\\" || scalar.properties.isBidiControl
            }
        }
    }
}
