// SPDX-License-Identifier: Apache-2.0

/// The tag names that the rules of HTML parsing, or of alt text, tell apart.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>
enum TagName: UInt8, CaseIterable {
    case a, address, annotationXML, applet, area, article, aside
    case b, base, basefont, bgsound, big, blockquote, body, br, button
    case caption, center, code, col, colgroup
    case dd, desc, details, dialog, dir, div, dl, dt
    case em, embed, fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, image, img, input, keygen, li, link, listing
    case main, malignmark, marquee, math, menu, meta, mglyph, mi, mn, mo, ms, mtext
    case nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option
    case p, param, picture, plaintext, pre, rb, rp, rt, rtc, ruby
    case s, script, search, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, title, tr, track, tt
    case u, ul, `var`, wbr, xmp
    /// Any other name; `ElementName` tells them apart.
    case other

    /// The name's bytes in ASCII lower case, as the tokenizer makes it; meaningless for `other`.
    var spelling: [UInt8] { Self.spellings[Int(rawValue)] }

    private static let spellings: [[UInt8]] = allCases.map { name in
        switch name {
        case .annotationXML: Array("annotation-xml".utf8)
        case .foreignObject: Array("foreignobject".utf8)
        default: Array("\(name)".utf8)
        }
    }
}

/// A set of tag names that answers membership in a few instructions.
struct TagSet: ExpressibleByArrayLiteral {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

    init(arrayLiteral names: TagName...) {
        self.init(names)
    }

    init(_ names: [TagName]) {
        for name in names {
            let bit = UInt64(1) << UInt64(name.rawValue & 63)
            switch name.rawValue >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            default: words.2 |= bit
            }
        }
    }

    func contains(_ name: TagName) -> Bool {
        let word =
            switch name.rawValue >> 6 {
            case 0: words.0
            case 1: words.1
            default: words.2
            }
        return word >> UInt64(name.rawValue & 63) & 1 == 1
    }
}
