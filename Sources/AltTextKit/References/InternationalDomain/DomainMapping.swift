// SPDX-License-Identifier: Apache-2.0

/// The mapping table of UTS 46: what each code point becomes in a host name.
struct DomainMapping: Sendable {
    /// What the table says of one code point.
    enum Status: Equatable, Sendable {
        case valid
        case ignored
        case disallowed
        case mapped([Unicode.Scalar])
    }

    /// The table of the URL Standard's parameters: non-transitional, and without the STD3 rules.
    static let shared = DomainMapping(UnicodeData.domainMapping)

    private enum Rule {
        case uniform(Status)
        /// In turns mapped to the next code point, and valid.
        case alternating
        /// Mapped to the code points from this one on.
        case shifted(to: UInt32)
    }

    /// The first code point of each run, ascending from 0.
    private var starts: [UInt32] = []
    private var rules: [Rule] = []

    private init(_ table: String) {
        var start: UInt32 = 0
        for token in table.split(whereSeparator: \.isWhitespace) {
            let parts = token.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            let length = parts.first.flatMap { UInt32($0, radix: 16) }
            let targets = parts.dropFirst().last?.split(separator: ".").compactMap { UInt32($0, radix: 16) } ?? []
            starts.append(start)
            rules.append(Self.rule(kind: token.first, targets: targets, isRun: length != nil))
            start += length ?? 1
        }
    }

    private static func rule(kind: Character?, targets: [UInt32], isRun: Bool) -> Rule {
        switch kind {
        case "V": .uniform(.valid)
        case "I": .uniform(.ignored)
        case "A": .alternating
        case "M" where isRun: .shifted(to: targets.first ?? 0)
        case "M": .uniform(.mapped(targets.compactMap(Unicode.Scalar.init)))
        default: .uniform(.disallowed)
        }
    }

    subscript(scalar: Unicode.Scalar) -> Status {
        let index = starts.partitioningIndex { $0 > scalar.value } - 1
        let offset = scalar.value - starts[index]
        switch rules[index] {
        case .uniform(let status): return status
        case .alternating: return offset.isMultiple(of: 2) ? Self.mapped(to: scalar.value + 1) : .valid
        case .shifted(let first): return Self.mapped(to: first + offset)
        }
    }

    private static func mapped(to value: UInt32) -> Status {
        Unicode.Scalar(value).map { .mapped([$0]) } ?? .disallowed
    }
}
