// SPDX-License-Identifier: Apache-2.0

import AltTextKit
import Testing

@Suite("srcset")
struct SourceSetTests {
    /// A `srcset` and its candidates, each as `URL width` or `URL density`.
    struct Case: CustomTestStringConvertible, Sendable {
        let input: String
        let candidates: [String]

        init(_ input: String, _ candidates: [String]) {
            self.input = input
            self.candidates = candidates
        }

        var testDescription: String { input.debugDescription }
    }

    @Test(
        "Candidates are found as browsers find them",
        arguments: [
            Case("", []),
            Case(" , ,\t", []),
            Case("a", ["a 1.0x"]),
            Case("a 1x, b 2x", ["a 1.0x", "b 2.0x"]),
            Case("a 480w,b 800w", ["a 480w", "b 800w"]),
            Case("a,b", ["a,b 1.0x"]),
            Case("a,b 2x", ["a,b 2.0x"]),
            Case("a, b", ["a 1.0x", "b 1.0x"]),
            Case("a,,, b", ["a 1.0x", "b 1.0x"]),
            Case(",a", ["a 1.0x"]),
            Case("data:,a 1x", ["data:,a 1.0x"]),
            Case("data:image/png;base64,AA== 2x,b", ["data:image/png;base64,AA== 2.0x", "b 1.0x"]),
            Case("\n a\t 2x \r\n,\u{C} b 3x\n", ["a 2.0x", "b 3.0x"]),
            Case("a 1x ,b", ["a 1.0x", "b 1.0x"]),
            Case("a (,) , b", ["b 1.0x"]),
            Case("a foo(1, 2 , b 2x", []),
            Case("a 1x(, b) 2x, c", ["c 1.0x"]),
            Case("a,(b 2x", ["a,(b 2.0x"]),
            Case("a\u{A0}1x", ["a\u{A0}1x 1.0x"]),
        ]
    )
    func splitting(_ example: Case) {
        #expect(SourceSet(example.input).candidates.map(Self.text) == example.candidates)
    }

    @Test(
        "A valid descriptor is understood",
        arguments: [
            ("1w", "1w"), ("007w", "7w"), ("0x", "0.0x"), ("1.5x", "1.5x"), (".5x", "0.5x"), ("1e1x", "10.0x"),
            ("1.5E+1x", "15.0x"), ("10e-1x", "1.0x"), ("-0x", "0.0x"), ("100w 50h", "100w"), ("50h 100w", "100w"),
        ]
    )
    func validDescriptors(_ descriptor: String, _ expected: String) {
        #expect(SourceSet("a \(descriptor)").candidates.map(Self.text) == ["a \(expected)"])
    }

    @Test(
        "An invalid descriptor makes its candidate disappear, and no other",
        arguments: [
            "0w", "-1w", "+1w", "1.0w", "1W", "w", "x", "h", "1h", "0h 1w", "-1x", "+1x", "1.x", ".x", "1ex", "1e400x",
            "1X",
            "NaNx", "Infinityx", "0x1x", "1", "1q", "1w 1w", "1x 1x", "1w 1x", "1x 1w", "1h 1x", "1x 1h", "1w 1h 1h",
            "99999999999999999999w", "1w foo", "1 x", "()",
        ]
    )
    func invalidDescriptors(_ descriptor: String) {
        #expect(SourceSet("a \(descriptor), b").candidates.map(Self.text) == ["b 1.0x"])
    }

    private static func text(_ candidate: SourceSet.Candidate) -> String {
        switch candidate.descriptor {
        case .width(let width): "\(candidate.url) \(width)w"
        case .density(let density): "\(candidate.url) \(density)x"
        }
    }
}
