// SPDX-License-Identifier: Apache-2.0

/// SVG and MathML inside of HTML.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign>
extension TreeBuilder {
    /// Whether the token is for the rules of foreign content rather than for those of the insertion mode.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tree-construction-dispatcher>
    func usesForeignRules(for input: Input) -> Bool {
        guard let current = openElements.current, current.namespace != .html else { return false }
        switch input {
        case .start(let tag):
            if isMathMLTextIntegrationPoint(current) {
                return tag.name.known == .mglyph || tag.name.known == .malignmark
            }
            if current.namespace == .mathML, current.name.known == .annotationXML, tag.name.known == .svg {
                return false
            }
            return !isHTMLIntegrationPoint(current)
        case .space, .characters:
            return !isMathMLTextIntegrationPoint(current) && !isHTMLIntegrationPoint(current)
        case .end, .doctype:
            return true
        case .endOfFile:
            return false
        }
    }

    mutating func processInForeignContent(_ input: Input) -> Outcome {
        switch input {
        case .doctype, .endOfFile:
            return .done
        case .space(let text):
            insert(text)
            return .done
        case .characters(let text):
            insert(text)
            if TextRun.isSignificant(text.range, in: page, resolvingReferences: text.kind == .text) {
                isFramesetAllowed = false
            }
            return .done
        case .start(let tag):
            if leavesForeignContent(tag) { return leaveForeignContent(with: input) }
            insertForeignElement(for: tag, in: openElements.current?.namespace ?? .html)
            return .done
        case .end(let tag):
            if tag.name.known == .br || tag.name.known == .p { return leaveForeignContent(with: input) }
            return endTagInForeignContent(tag)
        }
    }

    /// Inserts an SVG or MathML element; a self-closed one has no contents.
    mutating func insertForeignElement(for tag: TagToken, in namespace: Namespace) {
        insertElement(for: tag, in: namespace)
        if tag.isSelfClosing { openElements.pop() }
    }

    private mutating func endTagInForeignContent(_ tag: TagToken) -> Outcome {
        let index = openElements.lastIndex(of: tag.name, isHTML: false)
        guard index > openElements.lastHTMLIndex else { return process(.end(tag), by: mode) }
        openElements.pop(throughIndex: index)
        return .done
    }

    /// Whether the tag is one of those that a browser never takes for SVG or MathML: `img` is one of them.
    private func leavesForeignContent(_ tag: TagToken) -> Bool {
        if tag.name.known == .font {
            return attribute("color", of: tag) != nil || attribute("face", of: tag) != nil
                || attribute("size", of: tag) != nil
        }
        return Self.htmlOnlyTags.contains(tag.name.known)
    }

    private mutating func leaveForeignContent(with input: Input) -> Outcome {
        while let current = openElements.current, current.namespace != .html,
            !isMathMLTextIntegrationPoint(current), !isHTMLIntegrationPoint(current)
        {
            openElements.pop()
        }
        return process(input, by: mode)
    }

    private func isMathMLTextIntegrationPoint(_ entry: OpenElements.Entry) -> Bool {
        entry.namespace == .mathML && TagSet.mathMLTextIntegrationPoints.contains(entry.name.known)
    }

    private func isHTMLIntegrationPoint(_ entry: OpenElements.Entry) -> Bool {
        switch entry.namespace {
        case .html:
            return false
        case .svg:
            return TagSet.svgIntegrationPoints.contains(entry.name.known)
        case .mathML:
            return entry.holdsHTML
        }
    }

    /// Whether the element is an `annotation-xml` whose tag says that it holds HTML.
    func holdsHTML(_ entry: OpenElements.Entry) -> Bool {
        guard entry.namespace == .mathML, entry.name.known == .annotationXML else { return false }
        let node = document[entry.node]
        let tag = TagToken(name: node.name, range: node.range, nameEnd: node.nameEnd, isSelfClosing: false)
        return attribute("encoding", of: tag, is: "text/html")
            || attribute("encoding", of: tag, is: "application/xhtml+xml")
    }

    private static let htmlOnlyTags: TagSet = [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
        .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
        .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var,
    ]
}
