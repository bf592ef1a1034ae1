// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTMLScan

@Suite("Character references")
struct CharacterReferencesTests {
    @Test(
        "References in text are resolved as the tokenizer resolves them",
        arguments: [
            ("no reference", "no reference"), ("", ""), ("&", "&"), ("a & b", "a & b"), ("&&amp;", "&&"), ("&;", "&;"),
            ("&amp;lt;", "&lt;"), ("&lt;b&gt;", "<b>"), ("&gtBAR", ">BAR"), ("&gt;;", ">;"), ("&AMP;&amp", "&&"),
            ("&I'm &notit; I tell you", "&I'm ¬it; I tell you"), ("&I'm &notin; I tell you", "&I'm ∉ I tell you"),
            ("&notin", "¬in"), ("&prod", "&prod"), ("&prod;", "∏"), ("&nosuch;", "&nosuch;"),
            ("&Lt;", "≪"), ("&LT;", "<"),
            ("&copy=1&copya", "©=1©a"), ("&bne;", "=\u{20E5}"), ("&NotEqualTilde;", "≂\u{338}"),
            ("é&eacute;犬", "éé犬"),
            ("&CounterClockwiseContourIntegral;", "∳"),
            ("&CounterClockwiseContourIntegra;", "&CounterClockwiseContourIntegra;"),
        ]
    )
    func text(input: String, expected: String) {
        expectEqual(CharacterReferences.resolve(input, in: .text), expected)
    }

    @Test(
        "In an attribute a name without semicolon stays before a letter, a digit or an equals sign",
        arguments: [
            ("ZZ&gt=YY", "ZZ&gt=YY"), ("ZZ&gt0YY", "ZZ&gt0YY"), ("ZZ&gt9YY", "ZZ&gt9YY"), ("ZZ&gtaYY", "ZZ&gtaYY"),
            ("ZZ&gtZYY", "ZZ&gtZYY"), ("ZZ&gt YY", "ZZ> YY"), ("ZZ&gt", "ZZ>"), ("ZZ&gt;YY", "ZZ>YY"),
            ("ZZ&gt!", "ZZ>!"),
            ("ZZ&pound_id=23", "ZZ£_id=23"), ("ZZ&pound;=23", "ZZ£=23"), ("ZZ&prod_id=23", "ZZ&prod_id=23"),
            ("?a=b&copy=1&lang=en", "?a=b&copy=1&lang=en"), ("&notit;", "&notit;"), ("&notin;", "∉"),
            ("&ampé", "&é"), ("&#62=", ">="), ("&#x3Eg", ">g"),
        ]
    )
    func attribute(input: String, expected: String) {
        expectEqual(CharacterReferences.resolve(input, in: .attribute), expected)
    }

    @Test(
        "Numeric references follow the standard's tables",
        arguments: [
            ("&#65;&#x41;&#X41;", "AAA"), ("&#65B", "AB"), ("&#x4a;&#x4A", "JJ"), ("&#0065;", "A"),
            ("&#128512;", "😀"),
            ("&#", "&#"), ("&#;", "&#;"), ("&#x", "&#x"), ("&#x;", "&#x;"), ("&#xg", "&#xg"), ("&#a", "&#a"),
            ("&#-1;", "&#-1;"),
            ("&#0;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("&#xD800;&#xDFFF;", "\u{FFFD}\u{FFFD}"),
            ("&#99999999999999999999999999999;", "\u{FFFD}"), ("&#xFFFFFFFFFFFFFFFFFFFFF;", "\u{FFFD}"),
            ("&#x10FFFF;", "\u{10FFFF}"), ("&#13;", "\r"), ("&#1;", "\u{1}"),
            ("&#128;", "€"), ("&#x81;", "\u{81}"), ("&#x82;&#x9F;", "‚Ÿ"), ("&#xA0;", "\u{A0}"),
            ("&#\u{663};", "&#\u{663};"),
        ]
    )
    func numeric(input: String, expected: String) {
        for context in [CharacterReferences.Context.text, .attribute] {
            expectEqual(CharacterReferences.resolve(input, in: context), expected)
        }
    }

    @Test("Every name of the standard is resolved, alone and before other text")
    func allNames() throws {
        let entries = NamedCharacterReferences.data.split(whereSeparator: \.isWhitespace)
        #expect(entries.count == 2_231)
        for entry in entries {
            let parts = entry.split(separator: "=")
            let codePoints = try #require(parts.last).split(separator: "+")
            let text = codePoints.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            #expect(Array(CharacterReferences.resolve("&\(parts[0])", in: .attribute).unicodeScalars) == text)
            #expect(Array(CharacterReferences.resolve("&\(parts[0])?", in: .text).unicodeScalars) == text + ["?"])
        }
    }

    /// Compares by scalars, since strings are equal when they differ in normalisation only.
    private func expectEqual(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars), sourceLocation: sourceLocation)
    }
}
