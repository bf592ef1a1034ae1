// SPDX-License-Identifier: Apache-2.0

/// The attribute that is inserted into the tag of an image: ` alt="…"`, and ` lang="…"` where it is needed.
///
/// The text comes from services and files that nobody here controls. It cannot leave the attribute: what delimits
/// attributes and tags is escaped, and what breaks or reorders lines is not written at all.
public struct AltInsertion: Hashable, Sendable {
    /// The text alternative on one line, not yet escaped; empty for decoration.
    public let text: String
    /// The language of the text for a `lang` attribute beside the alt; `nil` for no such attribute.
    public let language: String?

    /// `alt=""`: the image is decoration, and assistive technology passes over it.
    public static let decorative = AltInsertion(cleanText: "", language: nil)

    /// An alt with this text; `nil` where nothing of it can be seen, since an empty alt would declare a decoration.
    public init?(text: String, language: String? = nil) {
        let clean = Self.cleaned(text)
        guard clean.unicodeScalars.contains(where: Self.isVisible) else { return nil }
        self.init(cleanText: clean, language: language)
    }

    private init(cleanText: String, language: String?) {
        text = cleanText
        self.language = language.map(Self.cleaned)
    }

    /// The attribute as HTML, a space in front of it.
    ///
    /// Escaped are `&`, `"`, `<` and `>`, so that XHTML and simple-minded parsers read it alike. HTML:
    /// <https://html.spec.whatwg.org/multipage/syntax.html#attributes-2>
    public var markup: String {
        let alt = " alt=\"\(Self.escaped(text))\""
        guard let language else { return alt }
        return alt + " lang=\"\(Self.escaped(language))\""
    }

    /// The edit that puts the attribute at an offset directly behind a tag's name.
    ///
    /// `encode` turns text into bytes of the page's encoding. It has to leave ASCII as it is, write a numeric character
    /// reference for what the encoding lacks, and end in the encoding's initial state.
    public func edit(at byteOffset: Int, encodedBy encode: (String) throws -> [UInt8]) rethrows -> PageEdit {
        PageEdit(byteOffset: byteOffset, insertion: try encode(markup))
    }

    /// The text on one line: control characters and line separators become spaces, runs of spaces one, none is left
    /// at the ends; bidirectional controls, byte order marks and noncharacters vanish.
    ///
    /// No-break and ideographic spaces stay: they belong to how a language is written.
    static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: break
            default:
                let isDropped =
                    scalar.properties.isBidiControl || scalar.properties.isNoncharacterCodePoint || scalar == "\u{FEFF}"
                if isDropped { continue }
                if scalar != " " {
                    result.append(scalar)
                    continue
                }
            }
            if !result.isEmpty, result.last != " " { result.append(" ") }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
