// SPDX-License-Identifier: Apache-2.0

/// The rules for the body, which most other modes fall back on.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>
extension TreeBuilder {
    mutating func inBody(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .endOfFile:
            return templateModes.isEmpty ? .done : inTemplate(input)
        case .space(let text):
            reconstructFormatting()
            insert(text)
            return .done
        case .characters(let text):
            // A NUL is ignored: it does not open formatting again, as other text does.
            guard page[text.range].contains(where: { $0 != 0 }) else { return .done }
            reconstructFormatting()
            insert(text)
            if isFramesetAllowed,
                TextRun.isSignificant(text.range, in: page, resolvingReferences: text.kind == .text)
            {
                isFramesetAllowed = false
            }
            return .done
        case .start(let tag):
            return startTagInBody(tag)
        case .end(let tag):
            return endTagInBody(tag)
        }
    }

    // MARK: Start tags

    private mutating func startTagInBody(_ tag: TagToken) -> Outcome {
        switch tag.name.known {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul:
            closeParagraph()
            insertElement(for: tag)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if openElements.current?.isHTML(in: .headings) == true { openElements.pop() }
            insertElement(for: tag)
        case .a:
            if let earlier = formatting.last(named: tag.name) {
                adopt(tag.name)
                formatting.remove(earlier)
                if let index = openElements.index(of: earlier) { openElements.remove(at: index) }
            }
            insertFormattingElement(for: tag)
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
            insertFormattingElement(for: tag)
        case .nobr:
            reconstructFormatting()
            if openElements.has(.nobr) { adopt(tag.name) }
            insertFormattingElement(for: tag)
        case .area, .br, .embed, .img, .keygen, .wbr:
            insertVoidContent(for: tag)
        case .image:
            // Probably a mistake for `img`: the standard makes one of it.
            let name = ElementName(.img)
            insertVoidContent(for: TagToken(name: name, range: tag.range, nameEnd: tag.nameEnd, isSelfClosing: false))
        case .input:
            closeSelect()
            reconstructFormatting()
            insertVoidElement(for: tag)
            if !attribute("type", of: tag, is: "hidden") { isFramesetAllowed = false }
        case .param, .source, .track:
            insertVoidElement(for: tag)
        case .hr:
            closeParagraph()
            if openElements.has(.select) { generateImpliedEndTags() }
            insertVoidElement(for: tag)
            isFramesetAllowed = false
        case .li:
            closeItem(named: [.li])
            closeParagraph()
            insertElement(for: tag)
        case .dd, .dt:
            closeItem(named: [.dd, .dt])
            closeParagraph()
            insertElement(for: tag)
        case .pre, .listing:
            closeParagraph()
            insertElement(for: tag)
            isFramesetAllowed = false
        case .table:
            if !isInQuirksMode { closeParagraph() }
            insertElement(for: tag)
            isFramesetAllowed = false
            mode = .inTable
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return inHead(.start(tag))
        case .html, .body, .frameset:
            startSkeletonTagInBody(tag)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr:
            break
        case .form, .button, .select, .option, .optgroup, .textarea:
            startFormTagInBody(tag)
        case .iframe, .noembed, .plaintext, .xmp:
            startRawTextTagInBody(tag)
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement(for: tag)
            formatting.addMarker()
            isFramesetAllowed = false
        case .rb, .rtc:
            if openElements.has(.ruby) { generateImpliedEndTags() }
            insertElement(for: tag)
        case .rp, .rt:
            if openElements.has(.ruby) { generateImpliedEndTags(except: .rtc) }
            insertElement(for: tag)
        case .math, .svg:
            reconstructFormatting()
            insertForeignElement(for: tag, in: tag.name.known == .svg ? .svg : .mathML)
        default:
            reconstructFormatting()
            insertElement(for: tag)
        }
        return .done
    }

    /// `html`, `body` and `frameset`, which a page should have begun with.
    private mutating func startSkeletonTagInBody(_ tag: TagToken) {
        if tag.name.known == .html {
            if let root = openElements.entries.first, !openElements.isOpen(.template) {
                document.addTag(tag.range, nameEnd: tag.nameEnd, to: root.node)
            }
            return
        }
        guard openElements.count > 1, openElements.entries[1].isHTML(.body) else { return }
        let body = openElements.entries[1].node
        if tag.name.known == .body {
            guard !openElements.isOpen(.template) else { return }
            isFramesetAllowed = false
            document.addTag(tag.range, nameEnd: tag.nameEnd, to: body)
        } else if isFramesetAllowed {
            document.detach(body)
            while openElements.count > 1 { openElements.pop() }
            insertElement(for: tag)
            mode = .inFrameset
        }
    }

    private mutating func startFormTagInBody(_ tag: TagToken) {
        switch tag.name.known {
        case .form:
            let isInTemplate = openElements.isOpen(.template)
            guard form == nil || isInTemplate else { return }
            closeParagraph()
            let entry = insertElement(for: tag)
            if !isInTemplate { form = entry }
        case .button:
            if openElements.has(.button) {
                generateImpliedEndTags()
                openElements.pop(through: [.button])
            }
            reconstructFormatting()
            insertElement(for: tag)
            isFramesetAllowed = false
        case .select:
            guard !closeSelect() else { return }
            reconstructFormatting()
            insertElement(for: tag)
            isFramesetAllowed = false
        case .option, .optgroup:
            if openElements.has(.select) {
                generateImpliedEndTags(except: tag.name.known == .option ? .optgroup : nil)
            } else if openElements.current?.isHTML(.option) == true {
                openElements.pop()
            }
            reconstructFormatting()
            insertElement(for: tag)
        default:
            insertTextElement(for: tag, contentModel: .text(until: .textarea))
            isFramesetAllowed = false
        }
    }

    private mutating func startRawTextTagInBody(_ tag: TagToken) {
        switch tag.name.known {
        case .plaintext:
            closeParagraph()
            insertElement(for: tag)
            tokenizer.contentModel = .plaintext
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            isFramesetAllowed = false
            insertTextElement(for: tag, contentModel: .text(until: .xmp))
        case .iframe:
            isFramesetAllowed = false
            insertTextElement(for: tag, contentModel: .text(until: .iframe))
        default:
            insertTextElement(for: tag, contentModel: .text(until: tag.name.known))
        }
    }

    /// Inserts `img` and the like, which stand in a line of text.
    private mutating func insertVoidContent(for tag: TagToken) {
        reconstructFormatting()
        insertVoidElement(for: tag)
        isFramesetAllowed = false
    }

    private mutating func insertFormattingElement(for tag: TagToken) {
        reconstructFormatting()
        let entry = insertElement(for: tag)
        addToFormatting(entry)
    }

    // MARK: End tags

    private mutating func endTagInBody(_ tag: TagToken) -> Outcome {
        let name = tag.name.known
        switch name {
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
            .section, .select, .summary, .ul, .dd, .dt:
            close([name], in: .element, sparing: name)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            close([.h1, .h2, .h3, .h4, .h5, .h6], in: .element, sparing: nil)
        case .li:
            close([.li], in: .listItem, sparing: .li)
        case .p:
            if !openElements.has(.p, in: .button) { insertImpliedElement(.p) }
            closeParagraph()
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            adopt(tag.name)
        case .applet, .marquee, .object:
            if openElements.has(name) {
                close([name], in: .element, sparing: nil)
                formatting.clearToMarker()
            }
        case .br:
            insertVoidContent(
                for: TagToken(name: tag.name, range: tag.range, nameEnd: tag.nameEnd, isSelfClosing: false))
        case .body, .html:
            guard openElements.has(.body) else { break }
            mode = .afterBody
            return name == .html ? .reprocess : .done
        case .form:
            closeForm()
        case .template:
            return inHead(.end(tag))
        default:
            closeOther(tag.name)
        }
        return .done
    }

    private mutating func close(_ tags: [TagName], in scope: OpenElements.Scope, sparing spared: TagName?) {
        guard openElements.has(anyOf: tags, in: scope) else { return }
        generateImpliedEndTags(except: spared)
        openElements.pop(through: TagSet(tags))
    }

    private mutating func closeForm() {
        guard !openElements.isOpen(.template) else { return close([.form], in: .element, sparing: nil) }
        defer { form = nil }
        guard let form, let index = openElements.index(of: form), openElements.hasInScope(index: index) else { return }
        generateImpliedEndTags()
        if let index = openElements.index(of: form) { openElements.remove(at: index) }
    }

    /// "Any other end tag".
    mutating func closeOther(_ name: ElementName) {
        let index = openElements.lastIndex(of: name, isHTML: true)
        // What is not above the nearest special element cannot be closed from here.
        guard index >= 0, index >= openElements.lastSpecialIndex else { return }
        generateImpliedEndTags(except: name.known)
        openElements.pop(throughIndex: index)
    }

    // MARK: Closing what is open

    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#close-a-p-element>
    private mutating func closeParagraph() {
        guard openElements.has(.p, in: .button) else { return }
        generateImpliedEndTags(except: .p)
        openElements.pop(through: [.p])
    }

    /// Ends the `select` in scope; `false` where there is none.
    @discardableResult
    private mutating func closeSelect() -> Bool {
        guard openElements.has(.select) else { return false }
        openElements.pop(through: [.select])
        return true
    }

    /// Ends the list item that a new one follows.
    private mutating func closeItem(named items: [TagName]) {
        isFramesetAllowed = false
        let index = openElements.lastIndex(of: items)
        guard index >= 0, index >= openElements.lastItemBarrierIndex else { return }
        generateImpliedEndTags(except: openElements.entries[index].name.known)
        openElements.pop(throughIndex: index)
    }

    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#generate-implied-end-tags>
    mutating func generateImpliedEndTags(except spared: TagName? = nil) {
        while let current = openElements.current, current.isHTML(in: Self.impliedEndTags), current.name.known != spared
        {
            openElements.pop()
        }
    }

    private static let impliedEndTags: TagSet = [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc]
}
