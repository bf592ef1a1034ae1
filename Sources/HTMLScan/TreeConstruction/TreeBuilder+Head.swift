// SPDX-License-Identifier: Apache-2.0

/// The modes from the beginning of a page to its body.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode> and the sections after it.
extension TreeBuilder {
    mutating func initial(_ input: Input) -> Outcome {
        switch input {
        case .space:
            return .done
        case .doctype(let range):
            isInQuirksMode = QuirksMode.isAskedFor(byDoctype: page[range])
            mode = .beforeHTML
            return .done
        default:
            isInQuirksMode = true
            mode = .beforeHTML
            return .reprocess
        }
    }

    mutating func beforeHTML(_ input: Input) -> Outcome {
        switch input {
        case .doctype, .space:
            return .done
        case .start(let tag) where tag.name.known == .html:
            insertElement(for: tag)
            mode = .beforeHead
            return .done
        case .end(let tag) where !Self.endTagsThatImplyElements.contains(tag.name.known):
            return .done
        default:
            insertImpliedElement(.html)
            mode = .beforeHead
            return .reprocess
        }
    }

    mutating func beforeHead(_ input: Input) -> Outcome {
        switch input {
        case .doctype, .space:
            return .done
        case .start(let tag) where tag.name.known == .html:
            return inBody(input)
        case .start(let tag) where tag.name.known == .head:
            head = insertElement(for: tag).node
            mode = .inHead
            return .done
        case .end(let tag) where !Self.endTagsThatImplyElements.contains(tag.name.known):
            return .done
        default:
            head = insertImpliedElement(.head).node
            mode = .inHead
            return .reprocess
        }
    }

    mutating func inHead(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .space(let text):
            insert(text)
            return .done
        case .start(let tag):
            return startTagInHead(tag)
        case .end(let tag):
            switch tag.name.known {
            case .head:
                openElements.pop()
                mode = .afterHead
                return .done
            case .template:
                closeTemplate()
                return .done
            case .body, .html, .br:
                break
            default:
                return .done
            }
        case .characters, .endOfFile:
            break
        }
        openElements.pop()
        mode = .afterHead
        return .reprocess
    }

    private mutating func startTagInHead(_ tag: TagToken) -> Outcome {
        switch tag.name.known {
        case .html:
            return inBody(.start(tag))
        case .base, .basefont, .bgsound, .link:
            insertVoidElement(for: tag)
        case .meta:
            insertVoidElement(for: tag)
            heedEncoding(of: tag)
        case .title:
            insertTextElement(for: tag, contentModel: .text(until: .title))
        case .noframes, .style:
            insertTextElement(for: tag, contentModel: .text(until: tag.name.known))
        case .noscript:
            insertElement(for: tag)
            mode = .inHeadNoscript
        case .script:
            insertTextElement(for: tag, contentModel: .script)
        case .template:
            insertElement(for: tag)
            formatting.addMarker()
            isFramesetAllowed = false
            mode = .inTemplate
            templateModes.append(.inTemplate)
        case .head:
            break
        default:
            openElements.pop()
            mode = .afterHead
            return .reprocess
        }
        return .done
    }

    mutating func closeTemplate() {
        guard openElements.isOpen(.template) else { return }
        openElements.pop(through: [.template])
        formatting.clearToMarker()
        templateModes.removeLast()
        resetMode()
    }

    mutating func inHeadNoscript(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .space:
            return inHead(input)
        case .start(let tag):
            switch tag.name.known {
            case .html: return inBody(input)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(input)
            case .head, .noscript: return .done
            default: break
            }
        case .end(let tag):
            if tag.name.known == .noscript {
                openElements.pop()
                mode = .inHead
                return .done
            }
            if tag.name.known != .br { return .done }
        case .characters, .endOfFile:
            break
        }
        openElements.pop()
        mode = .inHead
        return .reprocess
    }

    mutating func afterHead(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .space(let text):
            insert(text)
            return .done
        case .start(let tag):
            switch tag.name.known {
            case .html:
                return inBody(input)
            case .body:
                insertElement(for: tag)
                isFramesetAllowed = false
                mode = .inBody
                return .done
            case .frameset:
                insertElement(for: tag)
                mode = .inFrameset
                return .done
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return reopenHead(for: input)
            case .head:
                return .done
            default:
                break
            }
        case .end(let tag):
            switch tag.name.known {
            case .template: return inHead(input)
            case .body, .html, .br: break
            default: return .done
            }
        case .characters, .endOfFile:
            break
        }
        insertImpliedElement(.body)
        mode = .inBody
        return .reprocess
    }

    /// Processes metadata that comes behind the head as if the head were still open.
    private mutating func reopenHead(for input: Input) -> Outcome {
        guard let head else { return .done }
        let entry = OpenElements.Entry(node: head, name: ElementName(.head), namespace: .html)
        openElements.push(entry)
        let outcome = inHead(input)
        if let index = openElements.index(of: entry) { openElements.remove(at: index) }
        return outcome
    }

    /// The end tags that stand for the elements which are missing, where all others are ignored.
    private static let endTagsThatImplyElements: TagSet = [.head, .body, .html, .br]
}
