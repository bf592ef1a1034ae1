// SPDX-License-Identifier: Apache-2.0

import HTMLScan
import Testing

@testable import AltTextKit

@Suite("Each rule, asked by itself")
struct FindingRuleTests {
    /// One image of which every rule about a missing alt could say something, and what each of them does say.
    private static let missing = """
        <html lang=de><template><div hidden><figure><a href=b.html><img src=a.png role=none width=1 height=1></a>\
        <figcaption>A dog</figcaption></figure></div></template>
        """

    private func verdicts(on html: String, image: SiteImage? = .picture) throws -> [String: FindingClass] {
        let element = try #require(try ImageScanner().scan(Array(html.utf8)).images.first)
        let verdicts = Classifier.rules.compactMap { rule in
            rule.verdict(on: element, image: image).map { ("\(type(of: rule))", $0.findingClass) }
        }
        return Dictionary(verdicts) { first, _ in first }
    }

    @Test(
        "A rule says nothing of what it is not about, and its own class of what it is",
        arguments: [
            (
                Self.missing,
                [
                    "TemplateRule": .inert, "HiddenRule": .hidden, "PresentationalRule": .presentational,
                    "FunctionalAloneRule": .functionalAlone, "LanguageRule": .languageMismatch,
                    "MissingAltRule": .content,
                ]
            ),
            (
                "<a href=b.html>Dog<img src=a.png width=0 height=0 title=Dog></a>",
                [
                    "NamedOtherwiseRule": .namedOtherwise, "PixelRule": .pixel,
                    "FunctionalWithTextRule": .functionalWithText, "MissingAltRule": .content,
                ]
            ),
            (
                "<figure><img src=a.png><figcaption>A dog</figcaption></figure>",
                ["CaptionedFigureRule": .figureCaptioned, "MissingAltRule": .content]
            ),
            ("<img src=a.png alt=' '>", ["WhitespaceAltRule": .whitespaceAlt]),
            ("<img src=a.png alt='' title=Dog>", ["DecorationRule": .suspiciousAlt]),
            ("<img src=a.png alt=image>", ["SuspiciousAltRule": .suspiciousAlt]),
            ("<img src=a.png alt='A dog'>", [:]),
            ("<input type=image src=a.png>", ["InputImageRule": .inputImage]),
            ("<map><area href=b.html></map>", ["AreaRule": .area]),
        ] as [(String, [String: FindingClass])])
    func alone(html: String, expected: [String: FindingClass]) throws {
        #expect(try verdicts(on: html) == expected)
    }

    @Test("An image that leads nowhere is that, whatever else it is")
    func unusable() throws {
        let expected: [String: FindingClass] = ["UnusableImageRule": .unresolvable, "MissingAltRule": .content]
        #expect(try verdicts(on: "<img>", image: nil) == expected)
        #expect(try verdicts(on: "<img src=x>", image: .missing) == expected)
    }
}
