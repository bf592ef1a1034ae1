// SPDX-License-Identifier: Apache-2.0

/// Internationalised host names.
enum InternationalDomain {
    /// How many code points a name may have.
    ///
    /// No host has a name of more than 253, and Punycode takes quadratic time: this is the one thing in which URLs here
    /// differ from the standard, which sets no limit.
    static let maximumLength = 2_000

    /// The name in ASCII; `nil` where a browser would refuse it, or where it is longer than `maximumLength`.
    ///
    /// Not for names in ASCII, which browsers take as they are.
    /// URL: <https://url.spec.whatwg.org/#concept-domain-to-ascii>, UTS 46: <https://www.unicode.org/reports/tr46/>
    static func toASCII(_ name: String) -> String? {
        guard name.unicodeScalars.count <= maximumLength, let mapped = mapped(name) else { return nil }
        var labels: [[Unicode.Scalar]] = []
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            guard let decoded = decoded(label) else { return nil }
            labels.append(decoded)
        }
        if labels.contains(where: DomainLabelRules.makesBidiDomain) {
            guard labels.allSatisfy(DomainLabelRules.satisfiesBidiRule) else { return nil }
        }
        return labels.map(encoded).joined(separator: ".")
    }

    /// A name of a URL as people read it; labels that are not valid stay as they are.
    ///
    /// URL: <https://url.spec.whatwg.org/#concept-domain-to-unicode>
    static func toUnicode(_ name: String) -> String {
        guard name.contains("xn--"), name.utf8.count <= maximumLength else { return name }
        return name.split(separator: ".", omittingEmptySubsequences: false).map { label in
            let scalars = decoded(Array(label.unicodeScalars)[...]) ?? Array(label.unicodeScalars)
            return String(String.UnicodeScalarView(scalars))
        }.joined(separator: ".")
    }

    /// The mapping and normalising steps of UTS 46.
    private static func mapped(_ name: String) -> [Unicode.Scalar]? {
        var output: [Unicode.Scalar] = []
        for scalar in name.unicodeScalars {
            switch DomainMapping.shared[scalar] {
            case .valid: output.append(scalar)
            case .ignored: break
            case .disallowed: return nil
            case .mapped(let target): output += target
            }
        }
        return CanonicalComposition.shared.normalized(output)
    }

    /// The label with its Punycode decoded; `nil` where it is not valid.
    private static func decoded(_ label: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        let prefix = "xn--".unicodeScalars
        guard label.starts(with: prefix) else { return isValid(Array(label)) ? Array(label) : nil }
        guard let decoded = Punycode.decode(label.dropFirst(prefix.count)), !decoded.allSatisfy(\.isASCII),
            isValid(decoded), CanonicalComposition.shared.normalized(decoded) == decoded
        else { return nil }
        return decoded
    }

    /// The validity criteria of UTS 46 that a mapped and normalised label can fail, besides the bidi rule.
    private static func isValid(_ label: [Unicode.Scalar]) -> Bool {
        switch label.first?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: false
        default:
            !label.starts(with: "xn--".unicodeScalars) && !label.contains(".")
                && label.allSatisfy { DomainMapping.shared[$0] == .valid }
                && DomainLabelRules.hasValidJoiners(label)
        }
    }

    private static func encoded(_ label: [Unicode.Scalar]) -> String {
        guard !label.allSatisfy(\.isASCII) else {
            return String(String.UnicodeScalarView(label))
        }
        return "xn--" + Punycode.encode(label)
    }
}
