// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The HTML standard's parser of `srcset`.
///
/// HTML: <https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute>
struct SourceSetParser {
    private let input: [UInt8]
    private var position = 0

    init(_ attribute: String) {
        input = Array(attribute.utf8)
    }

    mutating func parse() -> [SourceSet.Candidate] {
        var candidates: [SourceSet.Candidate] = []
        while true {
            skip { ASCII.isSpace($0) || $0 == ASCII.comma }
            let start = position
            skip { !ASCII.isSpace($0) }
            guard position > start else { return candidates }

            var url = input[start..<position]
            var descriptors: [ArraySlice<UInt8>] = []
            if url.last == ASCII.comma {
                let commas = url.reversed().prefix { $0 == ASCII.comma }.count
                url = url.dropLast(commas)
            } else {
                descriptors = readDescriptors()
            }
            if let descriptor = Self.descriptor(from: descriptors) {
                candidates.append(.init(url: String(decoding: url, as: UTF8.self), descriptor: descriptor))
            }
        }
    }

    private mutating func skip(while predicate: (UInt8) -> Bool) {
        while position < input.count, predicate(input[position]) {
            position += 1
        }
    }

    /// Reads up to and including the comma that ends the candidate; commas and white space in parentheses do not count.
    private mutating func readDescriptors() -> [ArraySlice<UInt8>] {
        var descriptors: [ArraySlice<UInt8>] = []
        while true {
            skip(while: ASCII.isSpace)
            let start = position
            var isInParentheses = false
            skip { byte in
                if isInParentheses {
                    isInParentheses = byte != UInt8(ascii: ")")
                    return true
                }
                isInParentheses = byte == UInt8(ascii: "(")
                return !ASCII.isSpace(byte) && byte != ASCII.comma
            }
            if position > start {
                descriptors.append(input[start..<position])
            }
            guard position < input.count else { return descriptors }
            if input[position] == ASCII.comma {
                position += 1
                return descriptors
            }
        }
    }

    /// The descriptor parser; `nil` where the descriptors make the candidate invalid.
    private static func descriptor(from descriptors: [ArraySlice<UInt8>]) -> SourceSet.Descriptor? {
        var width: Int?
        var density: Double?
        var height: Int?
        for descriptor in descriptors {
            let value = descriptor.dropLast()
            switch descriptor.last {
            case UInt8(ascii: "w"):
                guard width == nil, density == nil, let number = positiveInteger(value) else { return nil }
                width = number
            case UInt8(ascii: "x"):
                guard width == nil, density == nil, height == nil, let number = nonNegativeNumber(value) else {
                    return nil
                }
                density = number
            case UInt8(ascii: "h"):
                guard height == nil, density == nil, let number = positiveInteger(value) else { return nil }
                height = number
            default:
                return nil
            }
        }
        if let width { return .width(width) }
        // A height is for the future, and means nothing without a width.
        return height == nil ? .density(density ?? 1) : nil
    }

    /// The value of a valid non-negative integer; `nil` for 0, which no descriptor may have.
    private static func positiveInteger(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy(ASCII.isDigit), let number = Int(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        return number > 0 ? number : nil
    }

    /// The value of a valid floating-point number that is not negative.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#valid-floating-point-number>
    private static func nonNegativeNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
        var rest = bytes
        func dropDigits() -> Bool {
            let count = rest.prefix(while: ASCII.isDigit).count
            rest = rest.dropFirst(count)
            return count > 0
        }
        if rest.first == ASCII.hyphen {
            rest = rest.dropFirst()
        }
        var isValid = dropDigits()
        if rest.first == ASCII.dot {
            rest = rest.dropFirst()
            isValid = dropDigits()
        }
        if let exponent = rest.first, ASCII.lowercased(exponent) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == ASCII.plus || rest.first == ASCII.hyphen {
                rest = rest.dropFirst()
            }
            isValid = dropDigits() && isValid
        }
        guard isValid, rest.isEmpty, let number = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
        return number >= 0 && number.isFinite ? abs(number) : nil
    }
}
