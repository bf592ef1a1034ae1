// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Punycode, which writes a label of a host name in ASCII.
///
/// RFC 3492: <https://www.rfc-editor.org/rfc/rfc3492>
enum Punycode {
    // The parameters of RFC 3492, section 5.
    private static let base = 36
    private static let minimumThreshold = 1
    private static let maximumThreshold = 26
    private static let skew = 38
    private static let damping = 700
    private static let initialBias = 72
    private static let initialCode = 128

    /// The label in Punycode, without `xn--`. Takes time quadratic in the length of the label.
    static func encode(_ label: [Unicode.Scalar]) -> String {
        var output = label.filter(\.isASCII).map { UInt8($0.value) }
        let basicCount = output.count
        if basicCount > 0 {
            output.append(ASCII.hyphen)
        }
        var code = initialCode
        var delta = 0
        var bias = initialBias
        var handled = basicCount
        while handled < label.count, let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() {
            delta += (next - code) * (handled + 1)
            code = next
            for scalar in label {
                let value = Int(scalar.value)
                if value < code {
                    delta += 1
                } else if value == code {
                    appendInteger(delta, bias: bias, to: &output)
                    bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The label that the text behind `xn--` stands for; `nil` where it is not Punycode.
    static func decode(_ text: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard text.allSatisfy(\.isASCII) else { return nil }
        let characters = Array(text)
        let delimiter = characters.lastIndex(of: "-")
        var output = Array(characters[..<(delimiter ?? 0)])
        var digits = characters[(delimiter.map { $0 + 1 } ?? 0)...].map { UInt8($0.value) }[...]
        var code = initialCode
        var index = 0
        var bias = initialBias
        var isFirst = true
        while !digits.isEmpty {
            guard let delta = readInteger(from: &digits, bias: bias) else { return nil }
            let count = output.count + 1
            bias = adapt(delta, count: count, isFirst: isFirst)
            isFirst = false
            code += (index + delta) / count
            index = (index + delta) % count
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
            output.insert(scalar, at: index)
            index += 1
        }
        return output
    }

    /// The bias adaptation of section 6.1.
    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damping : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - minimumThreshold) * maximumThreshold / 2 {
            delta /= base - minimumThreshold
            steps += base
        }
        return steps + (base - minimumThreshold + 1) * delta / (delta + skew)
    }

    private static func threshold(step: Int, bias: Int) -> Int {
        min(max(step - bias, minimumThreshold), maximumThreshold)
    }

    /// Writes a variable-length integer: section 3.3.
    private static func appendInteger(_ integer: Int, bias: Int, to output: inout [UInt8]) {
        let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var rest = integer
        var step = base
        while true {
            let threshold = threshold(step: step, bias: bias)
            guard rest >= threshold else { break }
            output.append(digits[threshold + (rest - threshold) % (base - threshold)])
            rest = (rest - threshold) / (base - threshold)
            step += base
        }
        output.append(digits[rest])
    }

    /// Reads a variable-length integer; `nil` where it is cut off, too large, or has a byte that is no digit.
    private static func readInteger(from digits: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var integer = 0
        var weight = 1
        var step = base
        while let digit = digits.popFirst().flatMap(value(ofDigit:)) {
            integer += digit * weight
            let threshold = threshold(step: step, bias: bias)
            if digit < threshold {
                return integer
            }
            weight *= base - threshold
            // Nothing that decodes to code points comes near to this, and the next round cannot overflow.
            guard integer <= Int32.max, weight <= Int32.max else { return nil }
            step += base
        }
        return nil
    }

    private static func value(ofDigit byte: UInt8) -> Int? {
        switch ASCII.lowercased(byte) {
        case let letter where ASCII.isLetter(letter): Int(letter - UInt8(ascii: "a"))
        case let digit where ASCII.isDigit(digit): Int(digit - UInt8(ascii: "0")) + 26
        default: nil
        }
    }
}
