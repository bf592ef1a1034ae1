// SPDX-License-Identifier: Apache-2.0

/// What a label of an internationalised host name has to satisfy besides being made of valid code points.
enum DomainLabelRules {
    /// Whether each zero-width joiner and non-joiner stands where it changes how letters look.
    ///
    /// RFC 5892: <https://www.rfc-editor.org/rfc/rfc5892#appendix-A>
    static func hasValidJoiners(_ label: [Unicode.Scalar]) -> Bool {
        label.indices.allSatisfy { index in
            let followsVirama = index > 0 && label[index - 1].properties.canonicalCombiningClass == .virama
            return switch label[index] {
            case "\u{200D}": followsVirama
            case "\u{200C}": followsVirama || joinsNeighbours(label, at: index)
            default: true
            }
        }
    }

    /// Whether letters on both sides would join, marks between them not counted.
    private static func joinsNeighbours(_ label: [Unicode.Scalar], at index: Int) -> Bool {
        let types = CodePointClasses.joining
        let before = label[..<index].lazy.map { types[$0] }.last { $0 != "T" }
        let behind = label[(index + 1)...].lazy.map { types[$0] }.first { $0 != "T" }
        return (before == "L" || before == "D") && (behind == "R" || behind == "D")
    }

    /// Whether a host name with this label is written from right to left, at least in part.
    static func makesBidiDomain(_ label: [Unicode.Scalar]) -> Bool {
        label.contains { "RAN".contains(CodePointClasses.bidi[$0]) }
    }

    /// Whether the label keeps its order whatever stands around it.
    ///
    /// RFC 5893: <https://www.rfc-editor.org/rfc/rfc5893#section-2>
    static func satisfiesBidiRule(_ label: [Unicode.Scalar]) -> Bool {
        let classes = label.map { CodePointClasses.bidi[$0] }
        guard let first = classes.first else { return true }
        let last = classes.last { $0 != "M" } ?? first
        switch first {
        case "R", "A":
            return classes.allSatisfy("RANESCTOBM".contains) && "RAEN".contains(last)
                && !(classes.contains("E") && classes.contains("N"))
        case "L":
            return classes.allSatisfy("LESCTOBM".contains) && "LE".contains(last)
        default:
            return false
        }
    }
}
