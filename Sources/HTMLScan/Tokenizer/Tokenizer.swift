// SPDX-License-Identifier: Apache-2.0

/// Cuts a page into tags and text, to the states of the HTML standard's tokenizer.
///
/// Every byte of the syntax is ASCII, so the tokenizer reads the ASCII projection of the page; offsets are those of the page.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>
struct Tokenizer {
    /// What the text at the current position is, which tree construction decides after some start tags.
    enum ContentModel {
        /// Markup.
        case data
        /// Text up to the end tag with the name of the start tag: RCDATA (with character references) and RAWTEXT.
        case text(until: TagName)
        /// Text up to `</script>`, save where comments hide that.
        case script
        /// Text up to the end of the page.
        case plaintext
    }

    /// The page in ASCII, byte for byte.
    let bytes: [UInt8]
    private var names = NameTable()
    /// Where the next token begins.
    private(set) var position: Int
    /// Set by tree construction before the next token is asked for.
    var contentModel = ContentModel.data
    /// Whether `<![CDATA[` begins a CDATA section, which it does in foreign content only.
    var allowsCDATA = false

    /// Reads the projected bytes from an offset on: behind the byte order mark, where there is one.
    init(projection bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        position = start
    }

    /// The next token; `.endOfFile` again and again once the page has ended.
    mutating func next() -> Token {
        guard position < bytes.count else { return .endOfFile }
        switch contentModel {
        case .data:
            return nextInData()
        case .text(let name):
            return nextInText(endingAt: endTag(named: name, from: position))
        case .script:
            return nextInText(endingAt: endOfScript(from: position))
        case .plaintext:
            defer { position = bytes.count }
            return .text(position..<bytes.count)
        }
    }

    // MARK: Data

    private mutating func nextInData() -> Token {
        while position < bytes.count {
            let open = nextMarkup(from: position)
            if open > position {
                defer { position = open }
                return .text(position..<open)
            }
            if let token = markup(at: open) { return token }
            // It was a comment, or something that becomes one: not a token that anybody here asks for.
        }
        return .endOfFile
    }

    /// The offset of the next `<` that begins markup, else the end of the page.
    private func nextMarkup(from start: Int) -> Int {
        var open = bytes.firstIndex(of: ASCII.lessThan, from: start)
        while open + 1 < bytes.count, !beginsMarkup(at: open) {
            open = bytes.firstIndex(of: ASCII.lessThan, from: open + 1)
        }
        return open + 1 < bytes.count ? open : bytes.count
    }

    private func beginsMarkup(at open: Int) -> Bool {
        let next = bytes[open + 1]
        if ASCII.isLetter(next) || next == ASCII.exclamation || next == ASCII.question { return true }
        return next == ASCII.slash && open + 2 < bytes.count
    }

    /// The token at a `<` that begins markup; `nil` for comments, with the position behind them.
    private mutating func markup(at open: Int) -> Token? {
        switch bytes[open + 1] {
        case ASCII.exclamation:
            return declaration(at: open)
        case ASCII.slash where ASCII.isLetter(bytes[open + 2]):
            return tag(nameStart: open + 2, open: open).map(Token.endTag) ?? .endOfFile
        case ASCII.slash, ASCII.question:
            // `</>` is nothing at all; everything else is a bogus comment. Both end at the first `>`.
            skip(behind: ASCII.greaterThan, from: open + 2)
            return nil
        default:
            return tag(nameStart: open + 1, open: open).map(Token.startTag) ?? .endOfFile
        }
    }

    private mutating func skip(behind byte: UInt8, from start: Int) {
        position = min(bytes.firstIndex(of: byte, from: start) + 1, bytes.count)
    }

    /// The tag whose name begins at an offset; `nil`, with nothing left to read, where the page ends inside of it.
    private mutating func tag(nameStart: Int, open: Int) -> TagToken? {
        var nameEnd = nameStart
        while nameEnd < bytes.count, !Self.endsTagName(bytes[nameEnd]) { nameEnd += 1 }
        var cursor = AttributeCursor(bytes: bytes, nameEnd: nameEnd)
        while cursor.next() != nil {}
        position = cursor.position
        guard cursor.hasEnded else {
            position = bytes.count
            return nil
        }
        return TagToken(
            name: names.name(of: bytes[nameStart..<nameEnd]), range: open..<position, nameEnd: nameEnd,
            isSelfClosing: cursor.isSelfClosing)
    }

    /// Whether a tag's name ends before this byte.
    static func endsTagName(_ byte: UInt8) -> Bool {
        byte == ASCII.greaterThan || byte == ASCII.slash || ASCII.isSpace(byte)
    }

    // MARK: Comments, doctypes, CDATA sections

    private mutating func declaration(at open: Int) -> Token? {
        if bytes.hasASCII("--", at: open + 2) {
            position = endOfComment(from: open + 4)
        } else if bytes.hasASCII("doctype", at: open + 2) {
            skip(behind: ASCII.greaterThan, from: open + 9)
            return .doctype(open..<position)
        } else if allowsCDATA, hasExactCDATAOpening(at: open + 2) {
            let start = open + 9
            let end = firstIndex(of: "]]>", from: start)
            position = min(end + 3, bytes.count)
            return .cdata(min(start, end)..<end)
        } else {
            skip(behind: ASCII.greaterThan, from: open + 2)
        }
        return nil
    }

    /// `[CDATA[` counts in upper case only.
    private func hasExactCDATAOpening(at index: Int) -> Bool {
        bytes[min(index, bytes.count)...].starts(with: "[CDATA[".utf8)
    }

    /// The offset behind a comment: behind `-->` or `--!>`, or at once behind `>` or `->`.
    private func endOfComment(from start: Int) -> Int {
        if bytes.hasASCII(">", at: start) { return start + 1 }
        if bytes.hasASCII("->", at: start) { return start + 2 }
        var dashes = bytes.firstIndex(of: ASCII.hyphen, from: start)
        while dashes < bytes.count {
            if bytes.hasASCII("-->", at: dashes) { return dashes + 3 }
            if bytes.hasASCII("--!>", at: dashes) { return dashes + 4 }
            dashes = bytes.firstIndex(of: ASCII.hyphen, from: dashes + 1)
        }
        return bytes.count
    }

    private func firstIndex(of text: StaticString, from start: Int) -> Int {
        let first = unsafe text.utf8Start.pointee
        var index = bytes.firstIndex(of: first, from: start)
        while index < bytes.count, !bytes.hasASCII(text, at: index) {
            index = bytes.firstIndex(of: first, from: index + 1)
        }
        return index
    }

    // MARK: Raw text

    /// The text up to an end tag, and once there is no more text, the end tag itself.
    private mutating func nextInText(endingAt end: Int) -> Token {
        if end > position {
            defer { position = end }
            return .text(position..<end)
        }
        contentModel = .data
        return nextInData()
    }

    /// The offset of `</name` where an appropriate end tag begins, else the end of the page.
    private func endTag(named name: TagName, from start: Int) -> Int {
        var open = bytes.firstIndex(of: ASCII.lessThan, from: start)
        while open < bytes.count, !isEndTag(named: name, at: open) {
            open = bytes.firstIndex(of: ASCII.lessThan, from: open + 1)
        }
        return open
    }

    private func isEndTag(named name: TagName, at open: Int) -> Bool {
        guard open + 1 < bytes.count, bytes[open + 1] == ASCII.slash else { return false }
        let spelling = name.spelling
        let end = open + 2 + spelling.count
        guard end < bytes.count, Self.endsTagName(bytes[end]) else { return false }
        return bytes[open + 2..<end].lazy.map(ASCII.lowercased).elementsEqual(spelling)
    }

    /// The offset of the `</script` that ends a script, by way of the escaped and double escaped states.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#script-data-state>
    private func endOfScript(from start: Int) -> Int {
        enum Escape { case none, escaped, doubleEscaped }
        var escape = Escape.none
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == ASCII.hyphen, escape != .none, bytes.hasASCII("-->", at: index) {
                escape = .none
                index += 3
            } else if byte != ASCII.lessThan {
                index += 1
                if escape == .none { index = bytes.firstIndex(of: ASCII.lessThan, from: index) }
            } else if escape != .doubleEscaped, isEndTag(named: .script, at: index) {
                return index
            } else if escape == .none, bytes.hasASCII("<!--", at: index) {
                escape = .escaped
                // The dashes of the opening may also be those of `-->`.
                index += 2
            } else if escape == .escaped, isScriptWord(at: index + 1) {
                escape = .doubleEscaped
                index += 7
            } else if escape == .doubleEscaped, bytes.hasASCII("</", at: index), isScriptWord(at: index + 2) {
                escape = .escaped
                index += 8
            } else {
                index += 1
            }
        }
        return bytes.count
    }

    private func isScriptWord(at index: Int) -> Bool {
        bytes.hasASCII("script", at: index) && index + 6 < bytes.count && Self.endsTagName(bytes[index + 6])
    }
}
