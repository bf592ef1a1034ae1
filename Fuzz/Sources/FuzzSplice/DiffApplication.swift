// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// These bytes with a unified diff of one file applied, as `patch` does it; `nil` where it does not fit.
    func applying(diff: [UInt8]) -> [UInt8]? {
        let old = lines
        let changes = diff.lines
        var next = 0
        var result: [UInt8] = []
        for (index, change) in changes.enumerated().dropFirst(2) {
            let isUnterminated = index + 1 < changes.count && changes[index + 1].first == UInt8(ascii: "\\")
            let line = isUnterminated ? change.dropFirst().dropLast() : change.dropFirst()
            switch change.first {
            case UInt8(ascii: "@"):
                let digits = change.dropFirst("@@ -".utf8.count).prefix { (0x30...0x39).contains($0) }
                guard let number = Int(String(decoding: digits, as: UTF8.self)), number > next else { return nil }
                result += old[next..<number - 1].joined()
                next = number - 1
            case UInt8(ascii: " "), UInt8(ascii: "-"):
                guard next < old.count, old[next] == line else { return nil }
                next += 1
                if change.first == UInt8(ascii: " ") { result += line }
            case UInt8(ascii: "+"): result += line
            case UInt8(ascii: "\\"): break
            default: return nil
            }
        }
        return result + old[next...].joined()
    }

    /// The lines, each with the line feed that ends it.
    private var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = self[...]
        while let lineFeed = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[...lineFeed])
            rest = rest[(lineFeed + 1)...]
        }
        return rest.isEmpty ? lines : lines + [rest]
    }
}
