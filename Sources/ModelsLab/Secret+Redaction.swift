// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Finds the secret in what a service says, also where it is escaped, encoded, in other letters of case, or broken up by
/// what nobody sees.
extension Secret {
    /// Whether `text` tells the secret; never of a secret so short that it is in many a text by chance.
    func isTold(by text: String) -> Bool {
        revealed.utf8.count >= 6 && !ranges(in: Array(text.unicodeScalars)).isEmpty
    }

    /// `text` with a placeholder wherever the secret was.
    ///
    /// Compares scalars, not characters: a combining mark behind the key must not hide it.
    func redacted(from text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var copied = 0
        for range in ranges(in: scalars) {
            result.append(contentsOf: scalars[copied..<range.lowerBound])
            result.append(contentsOf: Self.placeholder.unicodeScalars)
            copied = range.upperBound
        }
        result.append(contentsOf: scalars[copied...])
        return String(result)
    }

    /// Where the secret is, in order, none overlapping another.
    private func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        guard !revealed.isEmpty else { return [] }
        let cores = base64Cores
        let found = Reading.allCases.flatMap { reading -> [Range<Int>] in
            let units = reading.units(of: scalars)
            let needles = [reading.units(of: Array(revealed.unicodeScalars)).map(\.byte)] + cores
            return needles.filter { !$0.isEmpty }.flatMap { needle in
                units.indices.filter { units[$0...].lazy.map(\.byte).starts(with: needle) }.map {
                    units[$0].range.lowerBound..<units[$0 + needle.count - 1].range.upperBound
                }
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { ranges, range in
            guard let last = ranges.last, last.overlaps(range) else { return ranges.append(range) }
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        }
    }

    /// The digits that base64 has for the secret alone, wherever in the encoded bytes it begins, in both alphabets.
    private var base64Cores: [[UInt8]] {
        let bytes = Array(revealed.utf8)
        return (0..<3).flatMap { shift -> [[UInt8]] in
            let digits = Array(Data(Array(repeating: 0, count: shift) + bytes).base64EncodedString().utf8)
            let core = Array(digits[(shift * 8 + 5) / 6..<(shift + bytes.count) * 8 / 6])
            // Fewer digits are in many a word.
            guard core.count >= 8 else { return [] }
            let urlDigits: [UInt8: UInt8] = [
                UInt8(ascii: "+"): UInt8(ascii: "-"), UInt8(ascii: "/"): UInt8(ascii: "_"),
            ]
            return [core, core.map { urlDigits[$0] ?? $0 }].map { $0.map(Reading.folded) }
        }
    }
}

/// A way to read text as bytes.
private enum Reading: CaseIterable {
    /// As it is.
    case plain
    /// With the escapes of URLs, JSON and HTML undone, and without what cannot be seen.
    case unescaped

    /// A byte, a letter in lower case, with the scalars that stand for it.
    struct Unit {
        let byte: UInt8
        let range: Range<Int>
    }

    /// The byte of the letter in lower case: names of hosts come so, and fixed words that are compared without regard to it.
    static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    func units(of scalars: [Unicode.Scalar]) -> [Unit] {
        var units: [Unit] = []
        var index = 0
        while index < scalars.count {
            let escape = self == .plain ? nil : Self.escape(at: scalars[index...])
            let range = index..<index + (escape?.length ?? 1)
            index = range.upperBound
            if self == .unescaped, escape == nil, Self.isUnseen(scalars[range.lowerBound]) { continue }
            let bytes = escape?.bytes ?? Array(String(Character(scalars[range.lowerBound])).utf8)
            units += bytes.map { Unit(byte: Self.folded($0), range: range) }
        }
        return units
    }

    /// The escape that a text begins with: `%4D`, `\u004d`, `\x4d`, `&#77;` or `&#x4d;`.
    private static func escape(at text: ArraySlice<Unicode.Scalar>) -> (bytes: [UInt8], length: Int)? {
        func number(from start: Int, digits count: Int, radix: Int = 16) -> UInt32? {
            let digits = text.dropFirst(start).prefix(count)
            guard digits.count == count, digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
            return UInt32(String(String.UnicodeScalarView(digits)), radix: radix)
        }
        switch (text.first, text.dropFirst().first) {
        case ("%", _):
            return number(from: 1, digits: 2).map { ([UInt8(truncatingIfNeeded: $0)], 3) }
        case ("\\", "x"):
            return number(from: 2, digits: 2).map { ([UInt8(truncatingIfNeeded: $0)], 4) }
        case ("\\", "u"):
            return number(from: 2, digits: 4).map { (utf8(of: $0), 6) }
        case ("&", "#"):
            let isHexadecimal = text.dropFirst(2).first.map { $0 == "x" || $0 == "X" } ?? false
            let start = isHexadecimal ? 3 : 2
            let count = text.dropFirst(start).prefix(9).prefix { $0 != ";" }.count
            return number(from: start, digits: count, radix: isHexadecimal ? 16 : 10).map {
                (utf8(of: $0), min(start + count + 1, text.count))
            }
        default:
            return nil
        }
    }

    private static func utf8(of number: UInt32) -> [UInt8] {
        Unicode.Scalar(number).map { Array(String(Character($0)).utf8) } ?? []
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        // In front of what JSON escapes.
        default: scalar == "\\" || scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
